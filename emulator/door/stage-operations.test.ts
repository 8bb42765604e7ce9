import {
  type CodePipelineClient,
  CreatePipelineCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  OverrideStageConditionCommand,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  type StageState,
  StartPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codePipelineAt, control } from "./sdk-for-tests";
import { shopOf } from "./shop-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

/** A source, then a stage that an alarm may keep shut and that rolls back when it fails. */
const pipeline = shopOf([
  {
    name: "Ship",
    actions: [
      {
        name: "Go",
        actionTypeId: { category: "Invoke", owner: "AWS", provider: "Lambda", version: "1" },
        configuration: { FunctionName: "ship" },
      },
    ],
    beforeEntry: {
      conditions: [
        {
          result: "FAIL",
          rules: [
            {
              name: "Alarm",
              ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" },
              configuration: { AlarmName: "errors" },
            },
          ],
        },
      ],
    },
    onFailure: { result: "ROLLBACK" },
  },
]);

let emulator: RunningEmulator;
let client: CodePipelineClient;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual", now: Date.UTC(2026, 2, 4, 14) });
  client = codePipelineAt(emulator.url);
});
afterAll(() => {
  client.destroy();
  return emulator.close();
});

async function pass(minutes: number): Promise<void> {
  await control(emulator.url, "POST", "/clock", { advanceMs: minutes * 60_000 });
}

async function outcome(body: object): Promise<void> {
  expect((await control(emulator.url, "POST", "/outcomes", body)).status).toBe(200);
}

async function ship(): Promise<StageState | undefined> {
  const { stageStates } = await client.send(new GetPipelineStateCommand({ name: "shop" }));
  return stageStates?.find(({ stageName }) => stageName === "Ship");
}

test("the SDK overrides a condition, retries a stage, rolls it back and sees what the service did by itself", async () => {
  await outcome({ durationMs: 60_000 });
  await client.send(new CreatePipelineCommand({ pipeline }));
  await pass(10);
  const good = (await ship())?.latestExecution?.pipelineExecutionId;
  expect((await ship())?.latestExecution?.status).toBe("Succeeded");

  await outcome({ rule: "Alarm", durationMs: 3_600_000, times: 1 });
  await outcome({ action: "Go", durationMs: 60_000, status: "Failed", times: 2 });
  const started = await client.send(new StartPipelineExecutionCommand({ name: "shop" }));
  await pass(2);
  const pipelineExecutionId = started.pipelineExecutionId ?? "";
  const where = { pipelineName: "shop", stageName: "Ship", pipelineExecutionId };
  await client.send(new OverrideStageConditionCommand({ ...where, conditionType: "BEFORE_ENTRY" }));
  expect((await ship())?.beforeEntryConditionState?.latestExecution?.status).toBe("Overridden");
  await pass(1);
  const [rollback] =
    (await client.send(new ListPipelineExecutionsCommand({ pipelineName: "shop" })))
      .pipelineExecutionSummaries ?? [];
  expect(rollback).toMatchObject({
    executionType: "ROLLBACK",
    rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
    trigger: { triggerType: "AutomatedRollback" },
  });
  await pass(3);
  expect((await ship())?.latestExecution).toEqual({
    pipelineExecutionId: rollback?.pipelineExecutionId,
    status: "Failed",
    type: "ROLLBACK",
  });

  const retry = {
    ...where,
    pipelineExecutionId: rollback?.pipelineExecutionId,
    retryMode: "FAILED_ACTIONS",
  } as const;
  const retried = await client.send(new RetryStageExecutionCommand(retry));
  expect(retried.pipelineExecutionId).toBe(rollback?.pipelineExecutionId);
  expect((await ship())?.retryStageMetadata).toEqual({
    manualStageRetryAttempt: 1,
    latestRetryTrigger: "ManualStageRetry",
  });
  await pass(3);

  const target = { pipelineName: "shop", stageName: "Ship", targetPipelineExecutionId: good };
  const back = await client.send(new RollbackStageCommand(target));
  expect((await ship())?.latestExecution).toMatchObject({ pipelineExecutionId: back.pipelineExecutionId });
  const wrong = new RollbackStageCommand({ ...target, targetPipelineExecutionId: pipelineExecutionId });
  await expect(client.send(wrong)).rejects.toMatchObject({ name: "UnableToRollbackStageException" });
});
