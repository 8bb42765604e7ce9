import { expect, test } from "vitest";
import { isOccupied, type StageFacts, stageStanding } from "./stage-standing";

const rows: Array<[string, StageFacts, string]> = [
  ["a stage without a run has not run yet", { actions: [] }, "NotYetRun"],
  ["AWS's status is its standing", { status: "Failed", actions: [] }, "Failed"],
  ["a status AWS adds is kept by name", { status: "Draining", actions: [] }, "Draining"],
  [
    "an open approval stands for a run in progress",
    { status: "InProgress", actions: [{ standing: "InProgress" }, { standing: "Approval" }] },
    "Approval",
  ],
  [
    "an approval in a stopping stage does not ask",
    { status: "Stopping", actions: [{ standing: "Approval" }] },
    "Stopping",
  ],
  [
    "an entry condition that could not be evaluated stands for the failure",
    { status: "Failed", actions: [], beforeEntry: { standing: "Errored" } },
    "Errored",
  ],
  [
    "an overridden success condition stands for the success",
    { status: "Succeeded", actions: [], onSuccess: { standing: "Overridden" } },
    "Overridden",
  ],
  [
    "a skipped stage is skipped",
    { status: "Skipped", actions: [], beforeEntry: { standing: "Failed" } },
    "Skipped",
  ],
];

test.each(rows)("%s", (_, facts, standing) => {
  expect(stageStanding(facts)).toBe(standing);
});

test("an execution is inside a stage that works, waits for a person or stops", () => {
  const standings = ["InProgress", "Approval", "Stopping", "Succeeded", "Failed", "NotYetRun", "Draining"];
  expect(standings.filter(isOccupied)).toEqual(["InProgress", "Approval", "Stopping"]);
});
