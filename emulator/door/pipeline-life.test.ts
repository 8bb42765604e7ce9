import {
  CreatePipelineCommand,
  DeletePipelineCommand,
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  ListTagsForResourceCommand,
  PutApprovalResultCommand,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
  TagResourceCommand,
} from "@aws-sdk/client-codepipeline";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codePipelineAt, control, stsAt } from "./sdk-for-tests";
import { ASK, shopOf } from "./shop-for-tests";
import { QueueForTests } from "./sqs/queue-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

const ANN = "arn:aws:sts::111122223333:assumed-role/developer/ann";
const ARN = "arn:aws:codepipeline:eu-west-1:111122223333:shop";
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual" });
});
afterAll(() => emulator.close());

async function clientOfAnn() {
  const { Credentials: keys } = await stsAt(emulator.url).send(
    new AssumeRoleCommand({
      RoleArn: "arn:aws:iam::111122223333:role/developer",
      RoleSessionName: "ann",
      SourceIdentity: "ann@example.com",
    }),
  );
  return codePipelineAt(emulator.url, {
    credentials: {
      accessKeyId: keys?.AccessKeyId ?? "",
      secretAccessKey: keys?.SecretAccessKey ?? "",
      ...(keys?.SessionToken === undefined ? {} : { sessionToken: keys.SessionToken }),
    },
  });
}

async function pass(minutes: number): Promise<void> {
  await control(emulator.url, "POST", "/clock", { advanceMs: minutes * 60_000 });
}

test("the JavaScript SDK takes a pipeline through its whole life, and everything tells who it was", async () => {
  const ann = await clientOfAnn();
  const name = "shop";
  const state = async () => (await ann.send(new GetPipelineStateCommand({ name }))).stageStates ?? [];
  const executions = async () => {
    const answer = await ann.send(new ListPipelineExecutionsCommand({ pipelineName: name }));
    return answer.pipelineExecutionSummaries ?? [];
  };
  const gate = { pipelineName: name, stageName: "Ask", transitionType: "Inbound" } as const;

  await ann.send(
    new CreatePipelineCommand({
      pipeline: shopOf([ASK]),
      tags: [{ key: "team", value: "web" }],
    }),
  );
  await pass(10);
  const waiting = (await state())[1]?.actionStates?.[0]?.latestExecution;
  expect(waiting).toMatchObject({ status: "InProgress", token: expect.any(String) });
  await ann.send(
    new PutApprovalResultCommand({
      pipelineName: name,
      stageName: "Ask",
      actionName: "Approve",
      token: waiting?.token,
      result: { status: "Approved", summary: "Go" },
    }),
  );
  expect((await state())[1]?.actionStates?.[0]?.latestExecution).toMatchObject({
    status: "Succeeded",
    summary: "Go",
    lastUpdatedBy: ANN,
  });
  expect(await executions()).toMatchObject([
    { status: "Succeeded", trigger: { triggerType: "CreatePipeline", triggerDetail: ANN } },
  ]);

  await ann.send(new DisableStageTransitionCommand({ ...gate, reason: "Freeze" }));
  const { pipelineExecutionId } = await ann.send(new StartPipelineExecutionCommand({ name }));
  await pass(10);
  expect((await state())[1]).toMatchObject({
    inboundTransitionState: { enabled: false, disabledReason: "Freeze", lastChangedBy: ANN },
    inboundExecution: { pipelineExecutionId, status: "InProgress" },
  });
  await ann.send(new EnableStageTransitionCommand(gate));
  const reason = "Wrong commit";
  await ann.send(
    new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId, reason, abandon: true }),
  );
  await pass(1);
  expect((await executions())[0]).toMatchObject({
    pipelineExecutionId,
    status: "Stopped",
    trigger: { triggerType: "StartPipelineExecution", triggerDetail: ANN },
    stopTrigger: { reason },
  });
  const actions = await ann.send(new ListActionExecutionsCommand({ pipelineName: name }));
  expect(actions.actionExecutionDetails?.map(({ actionName, status }) => [actionName, status])).toEqual([
    ["Approve", "Abandoned"],
    ["App", "Succeeded"],
    ["Approve", "Succeeded"],
    ["App", "Succeeded"],
  ]);

  await ann.send(new TagResourceCommand({ resourceArn: ARN, tags: [{ key: "tier", value: "1" }] }));
  const { tags } = await ann.send(new ListTagsForResourceCommand({ resourceArn: ARN }));
  expect(tags).toEqual([
    { key: "team", value: "web" },
    { key: "tier", value: "1" },
  ]);
  await ann.send(new DeletePipelineCommand({ name }));
  expect((await ann.send(new ListPipelinesCommand())).pipelines).toEqual([]);

  const events = await new QueueForTests(emulator.url).drain();
  const started = events.filter((event) => event["detail-type"].includes("Pipeline Execution"));
  expect(started[0]?.detail).toMatchObject({
    "execution-trigger": { "trigger-type": "CreatePipeline", "trigger-detail": ANN },
  });
  const journal = await control(emulator.url, "GET", "/journal");
  const items = journal.body.items as { operation: string }[];
  const asAnn = { principalArn: ANN, sessionName: "ann", sourceIdentity: "ann@example.com" };
  expect(items.find(({ operation }) => operation === "PutApprovalResult")).toMatchObject(asAnn);
  expect(items.find(({ operation }) => operation === "StopPipelineExecution")).toMatchObject(asAnn);
});
