import { expect, test } from "vitest";
import type { ExecutionSummary } from "./execution";
import { parallelWaiting } from "./parallel-waiting";
import { execution } from "./testing/line";

const running = (id: string, more: Partial<ExecutionSummary> = {}) =>
  execution(id, { status: "InProgress", ...more });
const rows: Array<[string, ExecutionSummary[], string]> = [
  [
    "several run",
    [running("6a2fd08"), running("1111111")],
    "2 executions run at once, the newest is 6a2fd08.",
  ],
  ["one runs", [running("6a2fd08", { stage: "Encode" })], "6a2fd08 runs in Encode."],
  [
    "some wait for a person",
    [
      running("1"),
      running("2", { standing: "Approval", stage: "Review" }),
      running("3", { standing: "Approval" }),
    ],
    "2 and 3 wait for a person to answer in Review.",
  ],
  [
    "the newest failed",
    [execution("6a2fd08", { status: "Failed", stage: "Encode" }), running("1")],
    "[6a2fd08 failed in Encode:] executions are independent here, so it holds up nobody; 1 more still runs.",
  ],
  [
    "the newest failed while an older one waits",
    [
      execution("6a2fd08", { status: "Failed", stage: "Encode" }),
      running("2", { standing: "Approval", stage: "Review" }),
    ],
    "2 waits for a person to answer in Review. 6a2fd08 failed in Encode.",
  ],
  ["all ended", [execution("1")], "Nothing is on the line."],
  ["none ran", [], "It has not run yet."],
];

test.each(rows)("%s", (_, executions, expected) => {
  const { lead, text } = parallelWaiting(executions);
  expect(lead === undefined ? text : `[${lead}] ${text}`).toBe(expected);
});
