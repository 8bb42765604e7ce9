import { describe, expect, it } from "vitest";
import type { AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import { afterNewest, afterOlder } from "./index-reach";

const DAY_MS = 86_400_000;
const day = (number: number) => Date.UTC(2026, 0, 1) + number * DAY_MS;

function started(...days: number[]): AwsExecutionSummary[] {
  return days.map((number) => ({
    pipelineExecutionId: `e${number}`,
    status: "Succeeded",
    startTime: new Date(day(number)),
    lastUpdateTime: new Date(day(number) + 60_000),
  }));
}

const KNOWN = { newestMs: day(50), backToMs: day(20), nextToken: "behind", complete: false };

describe("the newest page", () => {
  it("of what is not known yet is kept whole, and leads to what is older", () => {
    const items = started(9, 8, 7);
    expect(afterNewest(undefined, { items, nextToken: "t" }, 0)).toEqual({
      reach: { newestMs: day(9), backToMs: day(7), nextToken: "t", complete: false },
      unkept: items,
    });
    expect(afterNewest(undefined, { items }, 0).reach.complete).toBe(true);
    expect(afterNewest(undefined, { items: [] }, 0).reach).toEqual({
      ...{ newestMs: null, backToMs: null, nextToken: null, complete: true },
    });
  });

  it("that meets what is known leaves the way to what is older as it is", () => {
    const { reach, unkept } = afterNewest(KNOWN, { items: started(52, 51, 50, 49), nextToken: "t" }, 0);
    expect(reach).toEqual({ ...KNOWN, newestMs: day(52) });
    expect(unkept.map((one) => one.pipelineExecutionId)).toEqual(["e52", "e51", "e50"]);
  });

  it("that says something new of an old one has it kept", () => {
    const retried = { ...started(30)[0], lastUpdateTime: new Date(day(50) + 1) };
    expect(afterNewest(KNOWN, { items: [...started(50), retried] }, 0).unkept).toContainEqual(retried);
  });

  it("that does not meet what is known begins anew", () => {
    const { reach } = afterNewest(
      { ...KNOWN, complete: true, nextToken: null },
      { items: started(90, 80), nextToken: "t" },
      0,
    );
    expect(reach).toEqual({ newestMs: day(90), backToMs: day(80), nextToken: "t", complete: false });
  });

  it("older than what is wanted is the end", () => {
    expect(afterNewest(undefined, { items: started(9, 2), nextToken: "t" }, day(5)).reach.complete).toBe(
      true,
    );
  });
});

it("each older page reaches further back, and the last is the end", () => {
  const once = afterOlder(KNOWN, { items: started(19, 10), nextToken: "further" }, 0);
  expect(once).toEqual({ ...KNOWN, backToMs: day(10), nextToken: "further" });
  expect(afterOlder(once, { items: started(9) }, 0)).toEqual({
    ...{ newestMs: day(50), backToMs: day(9), nextToken: null, complete: true },
  });
  expect(afterOlder(once, { items: [] }, 0).complete).toBe(true);
  expect(afterOlder(once, { items: started(4), nextToken: "t" }, day(5)).complete).toBe(true);
});
