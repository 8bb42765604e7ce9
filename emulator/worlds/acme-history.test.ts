import { beforeAll, describe, expect, test } from "vitest";
import type { World } from "../engine/world";
import { execute } from "../operations/execute";
import { buildAcme } from "./acme";
import { listOf, recordOf, textOf } from "./answers";

const NOW = Date.parse("2026-03-04T14:00:00Z");
const DAY_MS = 86_400_000;
const PLACES = ["111122223333", "222233334444", "444455556666"].flatMap((account) =>
  ["eu-west-1", "us-east-1"].map((region) => ({ account, region })),
);
const ENDED = ["Succeeded", "Failed", "Stopped", "Superseded", "Cancelled"];

interface History {
  name: string;
  runs: { id: string; status: string; startMs: number; endMs: number; summary: string }[];
}

function instantOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : Number(value) * 1000;
}

function histories(world: World): History[] {
  return PLACES.flatMap((place) => {
    const ctx = { ...place, partition: "aws", principalArn: "me", requestId: "1", endpoint: "" } as const;
    const ask = (operation: string, input: object) => {
      const answer: unknown = JSON.parse(JSON.stringify(execute(world, ctx, operation, input)));
      return recordOf(answer);
    };
    return listOf(ask("ListPipelines", {}).pipelines).map(({ name }) => {
      const runs: History["runs"] = [];
      let nextToken: unknown;
      do {
        const page = { pipelineName: name, maxResults: 100, ...(nextToken !== undefined && { nextToken }) };
        const answer = ask("ListPipelineExecutions", page);
        for (const run of listOf(answer.pipelineExecutionSummaries)) {
          runs.push({
            id: textOf(run.pipelineExecutionId),
            status: textOf(run.status),
            startMs: instantOf(run.startTime),
            endMs: instantOf(run.lastUpdateTime),
            summary: JSON.stringify(run.sourceRevisions),
          });
        }
        nextToken = answer.nextToken;
      } while (nextToken !== undefined);
      return { name: textOf(name), runs };
    });
  });
}

describe("the past of every pipeline", () => {
  let all: History[];
  beforeAll(() => {
    all = histories(buildAcme(1, NOW).world);
  });

  test("goes back 90 days and no further", () => {
    for (const { name, runs } of all.filter((each) => each.name !== "sso-permission-sets")) {
      const oldest = Math.min(...runs.map(({ startMs }) => startMs));
      expect([name, oldest >= NOW - 90 * DAY_MS, oldest < NOW - 85 * DAY_MS]).toEqual([name, true, true]);
      expect([name, runs.length >= 12 && runs.length <= 320]).toEqual([name, true]);
    }
  });

  test("fails now and then, and ends except for what is under way since yesterday", () => {
    const runs = all.flatMap((each) => each.runs);
    const failed = runs.filter(({ status }) => status === "Failed").length / runs.length;
    expect(failed).toBeGreaterThan(0.04);
    expect(failed).toBeLessThan(0.2);
    for (const { name, runs: own } of all) {
      const share = own.filter(({ status }) => status === "Failed").length / Math.max(1, own.length);
      expect([name, share < 0.35]).toEqual([name, true]);
      const endless = own.filter(({ status, startMs }) => !ENDED.includes(status) && startMs < NOW - DAY_MS);
      expect([name, endless]).toEqual([name, []]);
    }
  });

  test("takes minutes where nobody is asked, and within a day where somebody is", () => {
    for (const { name, runs } of all) {
      const minutes = runs
        .filter(({ status }) => status === "Succeeded")
        .map(({ startMs, endMs }) => (endMs - startMs) / 60_000)
        .sort((left, right) => left - right);
      const median = minutes[minutes.length >> 1] ?? 5;
      expect([name, median > 1 && median < 1440]).toEqual([name, true]);
      expect([name, minutes.every((each) => each > 0.2)]).toEqual([name, true]);
    }
  });

  test("has commits of its own: few come twice", () => {
    for (const { name, runs } of all.filter(({ runs: own }) => own[0]?.summary.includes("CommitMessage"))) {
      const different = new Set(runs.map(({ summary }) => summary)).size;
      expect([name, different / runs.length > 0.7]).toEqual([name, true]);
    }
  });
});

test("the same seed makes the same company to the byte, another seed another one", () => {
  const print = (seed: number) => JSON.stringify(histories(buildAcme(seed, NOW).world));
  const first = print(5);
  expect(print(5)).toBe(first);
  expect(print(6)).not.toBe(first);
}, 60_000);
