import { expect, test } from "vitest";
import type { ExecutionSummary } from "./execution";
import { parallelWaiting } from "./parallel-waiting";
import { action, execution, stage } from "./testing/line";

const running = (id: string, more: Partial<ExecutionSummary> = {}) =>
  execution(id, { status: "InProgress", ...more });
const stopping = (id: string, more: Partial<ExecutionSummary> = {}) =>
  execution(id, { status: "Stopping", ...more });

const compiling = action("compile", {
  standing: "InProgress",
  executionId: "6a2fd08",
  startedAt: "2026-11-21T03:00:00.000Z",
});
const closed = {
  enabled: false,
  changedBy: "m.okafor",
  changedAt: "2026-11-21T02:57:00.000Z",
  reason: "Index rebuild.",
};
const line = [
  stage("Build", { actions: [compiling, { ...compiling, name: "lint", executionId: "1111111" }] }),
  stage("Encode"),
  stage("Prod", { transition: closed }),
];
/** An execution that is in Encode so far as AWS tells. */
const inEncode = (standing: string) => ({
  stage: "Encode",
  stages: [
    { stage: "Build", standing: "Succeeded" },
    { stage: "Encode", standing },
    { stage: "Prod", standing: "NotYetRun" },
  ],
});
const throughEncode = (id: string) => running(id, inEncode("Succeeded"));
const review = { standing: "Approval", stage: "Review" };
const heldOne = "The gate into Prod is closed by m.okafor: Index rebuild. 3 waits in front of it.";

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
  ["one is being stopped", [stopping("1", { stage: "Build" })], "1 is being stopped in Build."],
  [
    "one is being stopped for a reason",
    [stopping("1", { stopReason: "wrong file", stage: "Build" })],
    "1 is being stopped in Build: wrong file.",
  ],
  [
    "some are being stopped while others run",
    [running("1", { stage: "Build" }), stopping("2", { stage: "Build" }), stopping("3", { stage: "Encode" })],
    "2 and 3 are being stopped in Build and Encode. 1 more still runs.",
  ],
  [
    "the newest failed while one is being stopped and others run",
    [execution("6a2fd08", { status: "Failed", stage: "Encode" }), running("1"), running("2"), stopping("3")],
    "[6a2fd08 failed in Encode:] executions are independent here, so it holds up nobody; 2 more still run and 1 more is being stopped.",
  ],
  [
    "what runs is named where it is known",
    [running("6a2fd08", { stage: "Build" })],
    "compile runs for 6a2fd08 in Build.",
  ],
  [
    "what runs for the newest of several is named where it is known",
    [running("6a2fd08", { stage: "Build" }), running("1111111", { stage: "Build" })],
    "2 executions run at once, the newest is 6a2fd08: compile runs in Build.",
  ],
  ["one came through a stage and the next gate is closed", [throughEncode("3")], heldOne],
  [
    "at a gate one waits while others run and the newest failed",
    [
      execution("9", { status: "Failed", stage: "Build" }),
      running("1", inEncode("InProgress")),
      throughEncode("3"),
    ],
    `${heldOne} 9 failed in Build. 1 more still runs.`,
  ],
  [
    "at a gate one waits while another is asked about",
    [running("2", review), throughEncode("3")],
    `2 waits for a person to answer in Review. + ${heldOne}`,
  ],
  [
    "one in front of a closed gate is being stopped",
    [stopping("3", inEncode("Succeeded"))],
    "3 is being stopped in Encode.",
  ],
  ["all ended", [execution("1")], "Nothing is on the line."],
  ["none ran", [], "It has not run yet."],
];

test.each(rows)("%s", (_, executions, expected) => {
  const { lead, text, gate } = parallelWaiting(executions, line);
  const besides = gate === undefined ? "" : ` + ${gate.text}`;
  expect(`${lead === undefined ? "" : `[${lead}] `}${text}${besides}`).toBe(expected);
});

test("of an approval the stage is told, by which it is known who may answer, unless several stages ask", () => {
  const one = parallelWaiting([running("2", review), running("3", review)], line);
  expect(one).toMatchObject({ cause: "approval", executionId: "2", stage: "Review" });
  const several = parallelWaiting([running("2", review), running("3", { ...review, stage: "Gate" })], line);
  expect(several.stage).toBeUndefined();
});

test("what runs is told with its stage and since when, to be held against what is usual", () => {
  expect(parallelWaiting([running("6a2fd08", { stage: "Build" })], line)).toMatchObject({
    cause: "work",
    stage: "Build",
    since: compiling.startedAt,
    running: [{ action: "compile", since: compiling.startedAt }],
  });
  const since = "2026-11-21T02:00:00.000Z";
  const unknown = parallelWaiting([running("5", { stage: "Build", startedAt: since })], line);
  expect(unknown).toMatchObject({ cause: "work", stage: "Build", since });
  expect(unknown.running).toBeUndefined();
});

test("a closed gate is told with its stage and until when opening it resumes who waits", () => {
  expect(parallelWaiting([throughEncode("3")], line)).toMatchObject({
    cause: "gate",
    stage: "Prod",
    executionId: "3",
    since: closed.changedAt,
    until: "2026-12-21T02:57:00.000Z",
  });
});
