import { describe, expect, it } from "vitest";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { checkoutWeb } from "./checkout-web-fixture";
import { executionPath } from "./execution-path";

function pathOf(label: string, change: Partial<ExecutionSummary> = {}) {
  const state = checkoutWeb();
  const all = [...state.onTheLine, ...state.finishedLast];
  const execution = all.find((each) => each.revisions[0]?.shortId === label);
  if (execution === undefined) {
    throw new Error(`no ${label}`);
  }
  return executionPath({ ...execution, ...change });
}

describe("executionPath", () => {
  it("puts a working execution at its stage as a train, with its percentage", () => {
    const path = pathOf("e41c9d2");
    expect(path.box).toBe("train");
    expect(path.stops.map((stop) => stop.here)).toEqual([false, true, false, false, false]);
    expect(path.stops[1]?.percentComplete).toBe(62);
  });

  it("puts a waiting one in front of its stage, behind the barrier when the gate is closed", () => {
    expect(pathOf("7b09f1e").stops[3]).toMatchObject({
      waitsBefore: true,
      gate: false,
      standing: "NotYetRun",
    });
    expect(pathOf("5512be0").stops[4]).toMatchObject({ waitsBefore: true, gate: true, here: false });
  });

  it("leaves a ticket where an ended one stopped", () => {
    const path = pathOf("77e0b12");
    expect(path.box).toBe("ticket");
    expect(path.stops[2]).toMatchObject({ here: true, standing: "Stopped" });
  });

  it("goes by the execution's own id without a revision, and needs no stage", () => {
    const path = pathOf("9c1e07b", { id: "12345678-aaaa", revisions: [], stage: undefined });
    expect(path.label).toBe("12345678");
    expect(path.stops[4]?.here).toBe(true);
    expect(pathOf("9c1e07b", { stages: [], stage: undefined }).stops).toEqual([]);
  });
});
