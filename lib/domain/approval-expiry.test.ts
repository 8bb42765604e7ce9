import { expect, test } from "vitest";
import { approvalExpiry } from "./approval-expiry";
import type { ExecutionSummary } from "./execution";
import { headline } from "./headline";
import type { StageState } from "./pipeline-state";
import { toSentence } from "./sentence";
import { action, execution, stage } from "./testing/line";

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, "0")}:00:00.000Z`;

function asks(hour: number) {
  const approval = { executionId: "e1", askedAt: at(0), expiresAt: at(hour), timeoutMs: 3_600_000 };
  return action(`ask-${hour}`, { category: "Approval", standing: "Approval", approval });
}

/** What a row says, and beside it until when. */
function row(stages: StageState[], executions: ExecutionSummary[] = [], executionMode = "QUEUED") {
  const facts = { headline: headline(executionMode, stages, executions), executionMode, stages, executions };
  return [toSentence(facts).lead, approvalExpiry(facts)];
}

const staging = stage("Staging", { standing: "Approval", actions: [asks(4)] });
const prod = stage("Prod", { standing: "Approval", actions: [asks(9), asks(7)] });

test("until when is of the stage that is named, though another ends sooner", () => {
  expect(row([staging, prod])).toEqual(["Waiting for approval in Prod.", at(7)]);
});

test("side by side it is of the stage that is named, too", () => {
  const waits = (id: string, name: string) =>
    execution(id, { status: "InProgress", standing: "Approval", stage: name });
  for (const [newest, older] of [
    ["Prod", "Staging"],
    ["Staging", "Prod"],
  ] as const)
    expect(row([staging, prod], [waits("2", newest), waits("1", older)], "PARALLEL")).toEqual([
      "Waiting for approval in Prod.",
      at(7),
    ]);
});

test("where the row is about something else, it is of whichever ends first", () => {
  const failed = stage("Late", { standing: "Failed", actions: [action("deploy", { standing: "Failed" })] });
  expect(row([staging, prod, failed])).toEqual(["deploy failed in Late.", at(4)]);
});

test("without an open approval there is none", () => {
  expect(row([stage("Prod")])[1]).toBeUndefined();
});
