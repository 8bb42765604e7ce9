import { expect, test } from "vitest";
import { headline } from "./headline";
import type { StageState } from "./pipeline-state";
import { action, inbound, revision, stage } from "./testing/line";
import { whyWaiting } from "./why-waiting";

const closed = { enabled: false, changedBy: "m.okafor", reason: "Index rebuild." };
const failed = action("deploy-eu", { standing: "Failed" });
const behind = [inbound("41fa0c7"), inbound("5512be0")];

function why(stages: StageState[], executionMode = "QUEUED"): string | undefined {
  const facts = { headline: headline(executionMode, stages, []), executionMode, stages, executions: [] };
  const sentence = whyWaiting(facts);
  return sentence && `[${sentence.lead}] ${sentence.text}`;
}

const rows: Array<[string, StageState[], string | undefined]> = [
  [
    "a failure behind a closed gate holds up who stands there",
    [
      stage("Prod", {
        standing: "Failed",
        revision: revision("3ad8c55"),
        actions: [failed],
        transition: closed,
        inbound: behind,
      }),
    ],
    "[Prod is not moving:] deploy-eu failed for 3ad8c55, and the gate into Prod is closed. 41fa0c7 and 5512be0 stand behind it.",
  ],
  [
    "a failure with nobody behind it",
    [stage("Prod", { standing: "Failed", revision: revision("3ad8c55"), actions: [failed] })],
    "[Prod is not moving:] deploy-eu failed for 3ad8c55.",
  ],
  [
    "an approval waits for a person",
    [
      stage("Approve", {
        standing: "Approval",
        revision: revision("c08d3aa"),
        actions: [action("ship-to-prod", { standing: "Approval" })],
        inbound: [inbound("7b09f1e")],
      }),
    ],
    "[Approve is not moving:] c08d3aa waits for a person to answer ship-to-prod. 7b09f1e stands behind it.",
  ],
  [
    "a closed gate holds up who stands there",
    [stage("Source"), stage("Prod", { transition: closed, inbound: behind })],
    "[Prod is not moving:] the gate into Prod is closed by m.okafor: Index rebuild. 41fa0c7 and 5512be0 stand behind it.",
  ],
  ["a queue moves by itself", [stage("Bake", { standing: "InProgress", inbound: behind })], undefined],
  ["what runs moves", [stage("Bake", { standing: "InProgress" })], undefined],
  ["what rests rests", [stage("Prod")], undefined],
];

test.each(rows)("%s", (_, stages, expected) => {
  expect(why(stages)).toBe(expected);
});

test("a PARALLEL pipeline has no line to stand on", () => {
  expect(why([stage("Prod", { standing: "Failed" })], "PARALLEL")).toBeUndefined();
});
