import {
  type CodePipelineClient,
  GetPipelineCommand,
  ListPipelinesCommand,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codePipelineAt, stsAt } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty" });
});
afterAll(() => emulator.close());

async function sessionWith(Statement: unknown): Promise<CodePipelineClient> {
  const { Credentials } = await stsAt(emulator.url).send(
    new AssumeRoleCommand({
      RoleArn: "arn:aws:iam::444455556666:role/pipedeck-operator",
      RoleSessionName: "ada",
      Policy: JSON.stringify({ Version: "2012-10-17", Statement }),
    }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  const credentials = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
  return codePipelineAt(emulator.url, { credentials });
}

const retry = (pipelineName: string, stageName: string) =>
  new RetryStageExecutionCommand({
    pipelineName,
    stageName,
    pipelineExecutionId: "0f8fad5b-d9cb-469f-a165-70867728950e",
    retryMode: "ALL_ACTIONS",
  });
const answer = (actionName: string) =>
  new PutApprovalResultCommand({
    pipelineName: "shop",
    stageName: "Prod",
    actionName,
    token: "0f8fad5b-d9cb-469f-a165-70867728950e",
    result: { status: "Approved", summary: "" },
  });
const ARN = "arn:aws:codepipeline:eu-west-1:444455556666";
const DENIED = { name: "AccessDeniedException" };
/** Let through, and answered by the operation. */
const THROUGH = { name: "PipelineNotFoundException" };

test("a session policy leaves one operation on one stage", async () => {
  const client = await sessionWith([
    { Effect: "Allow", Action: "codepipeline:RetryStageExecution", Resource: `${ARN}:shop/Prod` },
  ]);
  await expect(client.send(retry("shop", "Prod"))).rejects.toMatchObject(THROUGH);
  for (const [pipeline, stage] of [
    ["shop", "Test"],
    ["shop2", "Prod"],
    ["other", "Prod"],
  ] as const)
    await expect(client.send(retry(pipeline, stage))).rejects.toMatchObject(DENIED);
  await expect(client.send(answer("Sign-off"))).rejects.toMatchObject(DENIED);
  await expect(client.send(new ListPipelinesCommand())).rejects.toThrow(
    "User: arn:aws:sts::444455556666:assumed-role/pipedeck-operator/ada is not authorized to perform: codepipeline:ListPipelines on resource: arn:aws:codepipeline:eu-west-1:444455556666:* because no session policy allows the codepipeline:ListPipelines action",
  );
});

test("an action is told apart from others of its stage", async () => {
  const client = await sessionWith({
    Effect: "Allow",
    Action: ["codepipeline:PutApprovalResult"],
    Resource: [`${ARN}:shop/Prod/Sign-off`],
  });
  await expect(client.send(answer("Sign-off"))).rejects.toMatchObject(THROUGH);
  await expect(client.send(answer("Other"))).rejects.toMatchObject(DENIED);
});

test("wildcards match, a denial wins, and other regions are other resources", async () => {
  const client = await sessionWith([
    { Effect: "Allow", Action: "codepipeline:*", Resource: "*" },
    { Effect: "Deny", Action: "codepipeline:Get*", Resource: `${ARN}:secret-?` },
  ]);
  await expect(client.send(new ListPipelinesCommand())).resolves.toMatchObject({ pipelines: [] });
  await expect(client.send(new GetPipelineCommand({ name: "shop" }))).rejects.toMatchObject(THROUGH);
  await expect(client.send(new GetPipelineCommand({ name: "secret-1" }))).rejects.toThrow("explicit deny");
  const elsewhere = await sessionWith({
    Effect: "Allow",
    Action: "*",
    Resource: ARN.replace("eu-west-1", "us-east-1").concat(":*"),
  });
  await expect(elsewhere.send(new GetPipelineCommand({ name: "shop" }))).rejects.toMatchObject(DENIED);
});

test("an empty policy allows nothing", async () => {
  const client = await sessionWith([]);
  await expect(client.send(new ListPipelinesCommand())).rejects.toMatchObject(DENIED);
});
