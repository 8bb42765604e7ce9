import { describe, expect, test } from "vitest";
import { placeExecution, type UnplacedExecution } from "./execution-place";
import type { StageState } from "./pipeline-state";
import { inbound, stage } from "./testing/line";

function unplaced(id: string, status: string, facts: Partial<UnplacedExecution> = {}): UnplacedExecution {
  return { id, status, revisions: [], executionType: "STANDARD", ...facts };
}

const NOTHING = new Map<string, string>();
const line = [
  stage("Source", { executionId: "new" }),
  stage("Build", { executionId: "new", standing: "InProgress", percentComplete: 62 }),
  stage("Approve", { executionId: "mid", standing: "Approval", inbound: [inbound("late")] }),
  stage("Prod", {
    executionId: "bad",
    standing: "Failed",
    inbound: [inbound("gone")],
    transition: { enabled: false },
  }),
];

describe("placeExecution", () => {
  test("an execution inside a stage is there, with its percentage", () => {
    const placed = placeExecution(unplaced("new", "InProgress"), line, NOTHING);
    expect(placed).toMatchObject({ standing: "InProgress", stage: "Build", percentComplete: 62 });
    expect(placed.stages.map((place) => place.standing)).toEqual([
      "Succeeded",
      "InProgress",
      "NotYetRun",
      "NotYetRun",
    ]);
  });

  test("one that waits for a person is at its approval, having come through the stages before", () => {
    const placed = placeExecution(unplaced("mid", "InProgress"), line, NOTHING);
    expect(placed).toMatchObject({ standing: "Approval", stage: "Approve" });
    expect(placed.stages.map((place) => place.standing)).toEqual([
      "Succeeded",
      "Succeeded",
      "Approval",
      "NotYetRun",
    ]);
  });

  test("one in front of an occupied stage is queued there", () => {
    const placed = placeExecution(unplaced("late", "InProgress"), line, new Map([["Build", "Succeeded"]]));
    expect(placed).toMatchObject({ standing: "Queued", stage: "Approve" });
  });

  test("one in front of a closed gate stands at the gate", () => {
    expect(placeExecution(unplaced("gone", "InProgress"), line, NOTHING)).toMatchObject({
      standing: "ClosedGate",
      stage: "Prod",
    });
  });

  test("one being stopped in front of a stage is stopping", () => {
    expect(placeExecution(unplaced("gone", "Stopping"), line, NOTHING).standing).toBe("Stopping");
  });

  test("a failed one ended where it failed", () => {
    const placed = placeExecution(unplaced("bad", "Failed"), line, NOTHING);
    expect(placed).toMatchObject({ standing: "Failed", stage: "Prod" });
  });

  test("a succeeded one came through everything, though its stages show others now", () => {
    const placed = placeExecution(unplaced("old", "Succeeded"), line, NOTHING);
    expect(placed.stages.map((place) => place.standing)).toEqual([
      "Succeeded",
      "Succeeded",
      "Succeeded",
      "Succeeded",
    ]);
  });

  test("a superseded one ended in front of the stage it waited for", () => {
    const ran = new Map([
      ["Source", "Succeeded"],
      ["Build", "Succeeded"],
    ]);
    const placed = placeExecution(unplaced("past", "Superseded"), line, ran);
    expect(placed).toMatchObject({ standing: "Superseded", stage: "Approve" });
    expect(placed.stages.map((place) => place.standing)).toEqual([
      "Succeeded",
      "Succeeded",
      "NotYetRun",
      "NotYetRun",
    ]);
  });

  test("a rollback runs its one stage only", () => {
    const placed = placeExecution(
      unplaced("back", "Succeeded", { executionType: "ROLLBACK" }),
      line,
      new Map([["Prod", "Succeeded"]]),
    );
    expect(placed.stages.map((place) => place.standing)).toEqual([
      "NotYetRun",
      "NotYetRun",
      "NotYetRun",
      "Succeeded",
    ]);
  });

  test.each([
    [
      "Succeeded",
      { Source: "Succeeded", Build: "Succeeded" },
      ["Succeeded", "Succeeded", "NotYetRun", "NotYetRun"],
    ],
    [
      "Succeeded",
      { Source: "Succeeded", Prod: "Succeeded" },
      ["Succeeded", "NotYetRun", "NotYetRun", "Succeeded"],
    ],
    ["Failed", { Source: "Succeeded", Approve: "Failed" }, ["Succeeded", "NotYetRun", "Failed", "NotYetRun"]],
  ])("%s with all it ran known skipped the rest, or is older: %j", (status, ran, standings) => {
    const placed = placeExecution(unplaced("old", status), line, new Map(Object.entries(ran)), {
      isWhole: true,
    });
    expect(placed.stages.map((place) => place.standing)).toEqual(standings);
  });

  test("a stage that says it skipped an execution is believed, whatever is known of its runs", () => {
    const skipping = [line[0], stage("Prod", { executionId: "new", standing: "Skipped" })].flatMap(
      (one) => one ?? [],
    );
    for (const isWhole of [true, false]) {
      const ran = new Map([["Source", "Succeeded"]]);
      const placed = placeExecution(unplaced("new", "Succeeded"), skipping, ran, { isWhole });
      expect(placed.stages.map((place) => place.standing)).toEqual(["Succeeded", "Skipped"]);
    }
  });

  test("one that failed though all its actions succeeded failed by the condition that there is", () => {
    const condition = { standing: "NotYetRun", rules: [] };
    const ran = new Map([["Build", "Succeeded"]]);
    const at = (build: Partial<StageState>, prod: Partial<StageState>) => {
      const stages = [stage("Build", { executionId: "new", ...build }), stage("Prod", prod)];
      const { stage: end, stages: came } = placeExecution(unplaced("old", "Failed"), stages, ran);
      return [end, ...came.map((place) => place.standing)];
    };
    expect(at({ onSuccess: condition }, {})).toEqual(["Build", "Failed", "NotYetRun"]);
    expect(at({}, { beforeEntry: condition })).toEqual(["Prod", "Succeeded", "NotYetRun"]);
    expect(at({ onSuccess: condition }, { beforeEntry: condition })).toEqual([
      "Prod",
      "Succeeded",
      "NotYetRun",
    ]);
  });

  test("one nothing is known about is shown by AWS's status", () => {
    expect(placeExecution(unplaced("x", "Draining"), line, NOTHING)).toMatchObject({
      standing: "Draining",
      stage: undefined,
    });
  });
});
