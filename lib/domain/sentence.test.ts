import { describe, expect, test } from "vitest";
import type { ExecutionSummary } from "./execution";
import { headline } from "./headline";
import type { StageState } from "./pipeline-state";
import { toSentence } from "./sentence";
import { action, execution, inbound, revision, stage } from "./testing/line";

function say(stages: StageState[], executions: ExecutionSummary[] = [], executionMode = "QUEUED"): string {
  const facts = { headline: headline(executionMode, stages, executions), executionMode, stages, executions };
  const { lead, text } = toSentence(facts);
  return lead === undefined ? text : `[${lead}] ${text}`;
}

const failedAction = action("deploy-eu", {
  standing: "Failed",
  error: { message: "3 of 6 tasks failed\nmore" },
});
const closed = { enabled: false, changedBy: "m.okafor", reason: "index rebuild" };

describe("a failure", () => {
  test("says which action, where, and the first line of why", () => {
    expect(say([stage("Prod", { standing: "Failed", actions: [failedAction] })])).toBe(
      "[deploy-eu failed in Prod.] 3 of 6 tasks failed",
    );
  });

  test("at a closed gate says who is held up", () => {
    const prod = stage("Prod", { standing: "Failed", actions: [failedAction], transition: closed });
    expect(say([{ ...prod, inbound: [inbound("1"), inbound("2")] }])).toBe(
      "[deploy-eu failed in Prod.] Gate into Prod closed, 2 executions behind it",
    );
    expect(say([prod])).toBe("[deploy-eu failed in Prod.] Gate into Prod closed");
  });

  test("of several actions names the first two", () => {
    const actions = ["a", "b", "c", "d"].map((name) => action(name, { standing: "Failed" }));
    expect(say([stage("Test", { standing: "Failed", actions, inbound: [inbound("1")] })])).toBe(
      "[a, b and 2 more failed in Test.] 1 execution behind it",
    );
  });

  test("of an approval is nobody's fault but an answer", () => {
    const answered = action("sign-off", {
      category: "Approval",
      standing: "Failed",
      lastUpdatedBy: "r.kaya",
      summary: "Not on a Friday",
    });
    expect(say([stage("Approve", { standing: "Failed", actions: [answered] })])).toBe(
      "[sign-off was not approved by r.kaya in Approve.] Not on a Friday",
    );
  });

  test("of a condition names the rule", () => {
    const rules = [{ name: "cost-guard", standing: "Failed", error: { message: "Lambda timed out" } }];
    expect(say([stage("Apply", { standing: "Errored", beforeEntry: { standing: "Errored", rules } })])).toBe(
      "[Rule cost-guard could not be evaluated in Apply.] Lambda timed out",
    );
    expect(
      say([
        stage("Apply", {
          standing: "Failed",
          onSuccess: { standing: "Failed", rules: [], summary: "alarm" },
        }),
      ]),
    ).toBe("[The success condition was not met in Apply.] alarm");
  });

  test("AWS says nothing about is said to be so", () => {
    expect(say([stage("Apply", { standing: "Failed" })])).toBe(
      "[The stage failed in Apply.] AWS gives no reason",
    );
  });
});

const rows: Array<[string, StageState[], ExecutionSummary[], string]> = [
  [
    "an approval says what waits and where, not how long",
    [
      stage("Approve", {
        standing: "Approval",
        revision: revision("5d1c7f0", "Return 409 on a second refund"),
      }),
    ],
    [],
    "[Waiting for approval in Approve.] 5d1c7f0 Return 409 on a second refund",
  ],
  [
    "a closed gate says by whom and why",
    [stage("Prod", { inbound: [inbound("1")], transition: closed })],
    [],
    "[Gate into Prod closed] by m.okafor: index rebuild",
  ],
  [
    "a closed gate AWS tells no more about",
    [stage("Prod", { inbound: [inbound("1")], transition: { enabled: false } })],
    [],
    "[Gate into Prod closed] ",
  ],
  [
    "a closed gate with nobody behind it",
    [stage("Prod", { transition: closed })],
    [],
    "Gate into Prod closed by m.okafor: index rebuild",
  ],
  [
    "a queue says who waits for what and who is in the way",
    [stage("Bake", { standing: "InProgress", revision: revision("be19c03"), inbound: [inbound("9914ea2")] })],
    [],
    "9914ea2 waits for Bake, occupied by be19c03",
  ],
  [
    "what runs is named",
    [
      stage("Test", {
        standing: "InProgress",
        percentComplete: 35,
        actions: [action("integration", { standing: "InProgress" })],
      }),
    ],
    [],
    "integration in Test, 35 %",
  ],
  ["a stage that runs nothing at this moment", [stage("Test", { standing: "InProgress" })], [], "Test runs"],
  [
    "an execution between stages",
    [stage("Test")],
    [execution("be19c03", { status: "InProgress" })],
    "be19c03 is on its way to the next stage",
  ],
  [
    "stopping says what it waits for",
    [stage("Test", { standing: "Stopping", actions: [action("lint", { standing: "InProgress" })] })],
    [],
    "Stopping in Test, waits for lint to end",
  ],
  [
    "stopped says why",
    [stage("Test", { standing: "Stopped", executionId: "e" })],
    [execution("e", { status: "Stopped", stopReason: "wrong rate file" })],
    "Stopped in Test: wrong rate file",
  ],
  ["stopped without a reason", [stage("Test", { standing: "Stopped" })], [], "Stopped in Test"],
  [
    "cancelled says what cancels",
    [stage("Test", { standing: "Cancelled" })],
    [],
    "Cancelled in Test: the pipeline was changed while it ran",
  ],
  [
    "what succeeded shows what is live",
    [stage("Source"), stage("Prod", { revision: revision("f3309ab", "Serve AVIF") })],
    [],
    "Serve AVIF",
  ],
  [
    "a success without a message",
    [stage("Prod", { revision: revision("f3309ab") })],
    [execution("e")],
    "Succeeded",
  ],
  [
    "a skipped stage",
    [
      stage("Load test", {
        standing: "Skipped",
        beforeEntry: { standing: "Failed", rules: [], summary: "no schema change" },
      }),
    ],
    [],
    "Load test skipped by its entry condition: no schema change",
  ],
  [
    "an overridden condition",
    [stage("Staging", { standing: "Overridden", onSuccess: { standing: "Overridden", rules: [] } })],
    [],
    "Condition of Staging overridden",
  ],
  ["nothing ever ran", [stage("Source", { standing: "NotYetRun" })], [], "Has not run yet"],
  [
    "a status AWS adds",
    [stage("Source", { standing: "Draining" })],
    [],
    "AWS reports “Draining”, a status this version does not know",
  ],
];

test.each(rows)("%s", (_, stages, executions, expected) => {
  expect(say(stages, executions)).toBe(expected);
});

const running = (id: string, facts = {}) => execution(id, { status: "InProgress", ...facts });
const parallel: Array<[string, ExecutionSummary[], string]> = [
  [
    "several run",
    [running("6a2fd08"), running("1111111"), running("2222222")],
    "3 executions running at once, newest 6a2fd08",
  ],
  [
    "one runs",
    [running("6a2fd08", { stage: "Encode" }), execution("1111111")],
    "1 execution running, 6a2fd08 in Encode",
  ],
  [
    "some wait for a person",
    [
      running("1"),
      running("2", { standing: "Approval", stage: "Review" }),
      running("3", { standing: "Approval" }),
    ],
    "[Waiting for approval in Review.] 2 and 3",
  ],
  [
    "the newest failed",
    [execution("6a2fd08", { status: "Failed", stage: "Encode" }), running("1")],
    "[6a2fd08 failed in Encode.] 1 execution still running",
  ],
  [
    "the newest failed while older ones wait and run",
    [
      execution("6a2fd08", { status: "Failed", stage: "Encode" }),
      running("1"),
      running("2", { standing: "Approval", stage: "Review" }),
      running("3", { standing: "Approval", stage: "Review" }),
    ],
    "[6a2fd08 failed in Encode.] 2 and 3 wait for approval in Review; 1 execution still running",
  ],
  ["all succeeded", [execution("1", { revisions: [revision("1", "Batch size 500")] })], "Batch size 500"],
  ["one ended otherwise", [execution("1234567", { status: "Stopped" })], "1234567: Stopped"],
  ["none ran", [], "Has not run yet"],
];

test.each(parallel)("in PARALLEL mode: %s", (_, executions, expected) => {
  expect(say([stage("Encode")], executions, "PARALLEL")).toBe(expected);
});

const throughEncode = (id: string) =>
  running(id, {
    stage: "Encode",
    stages: [
      { stage: "Encode", standing: "Succeeded" },
      { stage: "Prod", standing: "NotYetRun" },
    ],
  });
const atGate: Array<[string, ExecutionSummary[], string]> = [
  ["one waits", [throughEncode("1")], "[Gate into Prod closed by m.okafor.] 1 waits in front of it"],
  [
    "some wait while another runs",
    [running("3", { stage: "Encode" }), throughEncode("2"), throughEncode("1")],
    "[Gate into Prod closed by m.okafor.] 2 and 1 wait in front of it; 1 execution still running",
  ],
  [
    "one waits while another is asked about",
    [running("2", { standing: "Approval", stage: "Encode" }), throughEncode("1")],
    "[Waiting for approval in Encode.] 2; 1 waits at the closed gate into Prod",
  ],
  [
    "one waits while the newest failed",
    [execution("2", { status: "Failed", stage: "Encode" }), throughEncode("1")],
    "[2 failed in Encode.] 1 waits at the closed gate into Prod",
  ],
];

test.each(atGate)("at a closed gate in PARALLEL mode: %s", (_, executions, expected) => {
  expect(say([stage("Encode"), stage("Prod", { transition: closed })], executions, "PARALLEL")).toBe(
    expected,
  );
});
