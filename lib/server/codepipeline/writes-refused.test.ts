import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { disableStageTransition } from "./disable-stage-transition";
import { enableStageTransition } from "./enable-stage-transition";
import { overrideStageCondition } from "./override-stage-condition";
import { putApprovalResult } from "./put-approval-result";
import { retryStageExecution } from "./retry-stage-execution";
import { rollbackStage } from "./rollback-stage";
import { startPipelineExecution } from "./start-pipeline-execution";
import { stopPipelineExecution } from "./stop-pipeline-execution";
import type { WriteOutcome } from "./write-aws";

let aws: ScriptedAws;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = "AKIA111122223333";
  process.env.AWS_SECRET_ACCESS_KEY = "scripted";
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());

const EXECUTION = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";
const at = { pipeline: "shop", stage: "Deploy" };
const approval = { ...at, action: "Ask", token: EXECUTION, status: "Approved", summary: "" } as const;
const start = { pipeline: "shop", clientRequestToken: EXECUTION, variables: [], sourceRevisions: [] };

/** Each write, with every exception its operation lists. */
const WRITES: Array<[string, () => Promise<WriteOutcome>, string[]]> = [
  [
    "RetryStageExecution",
    () => retryStageExecution(aws.target, { ...at, executionId: EXECUTION, mode: "FAILED_ACTIONS" }),
    [
      "Conflict",
      "PipelineNotFound",
      "StageNotFound",
      "StageNotRetryable",
      "NotLatestPipelineExecution",
      "ConcurrentPipelineExecutionsLimitExceeded",
    ],
  ],
  [
    "RollbackStage",
    () => rollbackStage(aws.target, { ...at, targetExecutionId: EXECUTION }),
    [
      "Conflict",
      "PipelineNotFound",
      "PipelineExecutionNotFound",
      "PipelineExecutionOutdated",
      "StageNotFound",
      "UnableToRollbackStage",
    ],
  ],
  [
    "OverrideStageCondition",
    () => overrideStageCondition(aws.target, { ...at, executionId: EXECUTION, condition: "BEFORE_ENTRY" }),
    [
      "Conflict",
      "PipelineNotFound",
      "StageNotFound",
      "ConditionNotOverridable",
      "NotLatestPipelineExecution",
      "ConcurrentPipelineExecutionsLimitExceeded",
    ],
  ],
  [
    "EnableStageTransition",
    () => enableStageTransition(aws.target, { ...at, type: "Inbound" }),
    ["PipelineNotFound", "StageNotFound"],
  ],
  [
    "DisableStageTransition",
    () => disableStageTransition(aws.target, { ...at, type: "Inbound", reason: "5xx" }),
    ["PipelineNotFound", "StageNotFound"],
  ],
  [
    "StartPipelineExecution",
    () => startPipelineExecution(aws.target, start),
    ["Conflict", "PipelineNotFound", "ConcurrentPipelineExecutionsLimitExceeded"],
  ],
  [
    "StopPipelineExecution",
    () => stopPipelineExecution(aws.target, { ...at, executionId: EXECUTION, abandon: false, reason: "x" }),
    ["Conflict", "PipelineNotFound", "PipelineExecutionNotStoppable", "DuplicatedStopRequest"],
  ],
  [
    "PutApprovalResult",
    () => putApprovalResult(aws.target, approval),
    [
      "InvalidApprovalToken",
      "ApprovalAlreadyCompleted",
      "PipelineNotFound",
      "StageNotFound",
      "ActionNotFound",
    ],
  ],
];

describe.each(WRITES)("%s", (operation, write, exceptions) => {
  it.each([...exceptions, "Validation"].map((name) => `${name}Exception`))(
    "is refused by %s, in AWS's words, and never twice",
    async (code) => {
      aws.answers(operation, JSON.stringify({ __type: code, message: "No, because." }), 400);
      const before = aws.asked(operation);
      expect(await write()).toEqual({
        kind: "refused",
        code,
        message: "No, because.",
        beforeSending: false,
        awsRequestId: "r-1",
      });
      expect(aws.asked(operation) - before).toBe(1);
    },
  );

  it("is refused by a throttle and by a denial, in one POST", async () => {
    for (const [code, status] of [
      ["ThrottlingException", 400],
      ["AccessDeniedException", 403],
    ] as const) {
      aws.answers(operation, JSON.stringify({ __type: code, message: "No." }), status);
      const before = aws.asked(operation);
      expect(await write()).toMatchObject({ kind: "refused", code });
      expect(aws.asked(operation) - before).toBe(1);
    }
  });

  it("is unknown when AWS fails inside, in one POST", async () => {
    aws.answers(operation, JSON.stringify({ __type: "InternalFailure" }), 500);
    const before = aws.asked(operation);
    expect(await write()).toMatchObject({ kind: "unknown" });
    expect(aws.asked(operation) - before).toBe(1);
  });
});

describe("an answer that is none", () => {
  it("leaves it unknown whether AWS acted, where the operation answers something", async () => {
    for (const [operation, write] of WRITES) {
      if (/Transition|Override/.test(operation)) continue;
      aws.answers(operation, "{}");
      expect([operation, await write()]).toMatchObject([
        operation,
        { kind: "unknown", code: "MalformedAnswer" },
      ]);
    }
    aws.answers("RetryStageExecution", JSON.stringify({ pipelineExecutionId: OTHER }));
    const [[, retry] = []] = WRITES;
    expect(await retry?.()).toMatchObject({ kind: "unknown" });
  });

  it("of an operation that answers nothing is one without AWS's request id", async () => {
    for (const [operation, write] of WRITES.filter(([name]) => /Transition|Override/.test(name))) {
      aws.answers(operation, "");
      expect([operation, await write()]).toEqual([operation, { kind: "accepted", awsRequestId: "r-1" }]);
      aws.answers(operation, "<html>Sign in to the proxy</html>", 200, { requestId: false });
      expect([operation, await write()]).toMatchObject([operation, { kind: "unknown" }]);
    }
  });
});

it("an execution that came of a write is told", async () => {
  aws.answers("StartPipelineExecution", JSON.stringify({ pipelineExecutionId: OTHER }));
  expect(await startPipelineExecution(aws.target, start)).toMatchObject({ startedExecutionId: OTHER });
  aws.answers("RollbackStage", JSON.stringify({ pipelineExecutionId: OTHER }));
  const rollback = { ...at, targetExecutionId: EXECUTION };
  expect(await rollbackStage(aws.target, rollback)).toMatchObject({ startedExecutionId: OTHER });
});
