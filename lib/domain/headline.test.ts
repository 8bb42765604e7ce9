import { expect, test } from "vitest";
import type { ExecutionSummary } from "./execution";
import { headline } from "./headline";
import type { StageState } from "./pipeline-state";
import { execution, inbound, stage } from "./testing/line";

const closed = { enabled: false };
const source = stage("Source");
const rows: Array<[string, StageState[], ExecutionSummary[], string]> = [
  [
    "a failed stage outranks an approval",
    [source, stage("A", { standing: "Approval" }), stage("P", { standing: "Failed" })],
    [],
    "Failed",
  ],
  [
    "a condition that could not be evaluated is a failure",
    [source, stage("P", { standing: "Errored" })],
    [],
    "Failed",
  ],
  [
    "an approval outranks a closed gate",
    [stage("A", { standing: "Approval" }), stage("P", { inbound: [inbound("1")], transition: closed })],
    [],
    "Approval",
  ],
  [
    "somebody behind a closed gate is a closed gate",
    [source, stage("P", { inbound: [inbound("1")], transition: closed })],
    [],
    "ClosedGate",
  ],
  [
    "a closed gate with nobody behind it rests",
    [source, stage("P", { transition: closed })],
    [],
    "Succeeded",
  ],
  [
    "who was stopped at a closed gate does not wait",
    [source, stage("P", { inbound: [inbound("1", { status: "Stopped" })], transition: closed })],
    [],
    "Succeeded",
  ],
  [
    "who waits for an occupied stage is queued",
    [source, stage("B", { standing: "InProgress", inbound: [inbound("1")] })],
    [],
    "Queued",
  ],
  [
    "a stage at work is in progress",
    [source, stage("B", { standing: "InProgress" }), stage("P")],
    [],
    "InProgress",
  ],
  [
    "an execution between two stages is in progress",
    [source, stage("P")],
    [execution("1", { status: "InProgress" })],
    "InProgress",
  ],
  ["a status AWS adds is shown by name", [source, stage("P", { standing: "Draining" })], [], "Draining"],
  [
    "a status AWS adds may be an execution at work",
    [stage("P", { standing: "Draining" })],
    [execution("1", { status: "InProgress" })],
    "Draining",
  ],
  [
    "an overridden condition belongs to its stage",
    [source, stage("P", { standing: "Overridden" })],
    [],
    "Succeeded",
  ],
  ["a skipped stage belongs to the line", [source, stage("P", { standing: "Skipped" })], [], "Succeeded"],
  [
    "a stopped stage outranks succeeded ones",
    [source, stage("B", { standing: "Stopped" }), stage("P")],
    [],
    "Stopped",
  ],
  [
    "stages that never ran beside those that did",
    [source, stage("P", { standing: "NotYetRun" })],
    [],
    "Succeeded",
  ],
  ["nothing ever ran", [stage("S", { standing: "NotYetRun" })], [], "NotYetRun"],
  ["no stages at all", [], [], "NotYetRun"],
];

test.each(rows)("%s", (_, stages, executions, expected) => {
  expect(headline("SUPERSEDED", stages, executions)).toBe(expected);
});

const parallel: Array<[string, ExecutionSummary[], string]> = [
  [
    "an approval outranks what runs",
    [
      execution("2", { status: "InProgress" }),
      execution("1", { status: "InProgress", standing: "Approval" }),
    ],
    "Approval",
  ],
  [
    "the newest failed while older ones run",
    [execution("2", { status: "Failed" }), execution("1", { status: "InProgress" })],
    "Failed",
  ],
  [
    "an older failure is past once a newer one runs",
    [execution("2", { status: "InProgress" }), execution("1", { status: "Failed" })],
    "InProgress",
  ],
  ["all ended: the newest", [execution("2"), execution("1", { status: "Failed" })], "Succeeded"],
  ["none at all", [], "NotYetRun"],
];

test.each(parallel)("in PARALLEL mode: %s", (_, executions, expected) => {
  expect(headline("PARALLEL", [stage("Encode", { standing: "Failed" })], executions)).toBe(expected);
});
