import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runClient } from "./run-client-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

const HAS_AWS = spawnSync("aws", ["--version"]).status === 0;
const HAS_BOTO3 = spawnSync("python3", ["-c", "import boto3"]).status === 0;
const BOTO3 = `
import boto3, os
url = os.environ["AWS_ENDPOINT_URL"]
role = boto3.client("sts", endpoint_url=url).assume_role(RoleArn="arn:aws:iam::444455556666:role/reader", RoleSessionName="boto")
keys = role["Credentials"]
client = boto3.client("codepipeline", endpoint_url=url, aws_access_key_id=keys["AccessKeyId"],
    aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"])
names = [p["name"] for p in client.list_pipelines()["pipelines"]]
state = client.get_pipeline_state(name=names[0])
try:
    client.get_pipeline(name="absent")
except client.exceptions.PipelineNotFoundException as error:
    print(len(names), state["created"].year, error.response["ResponseMetadata"]["HTTPStatusCode"])
`;
const BOTO3_LIFE = `
import boto3, json, os, urllib.request
url = os.environ["AWS_ENDPOINT_URL"]
keys = dict(aws_access_key_id="AKIA777788889999", aws_secret_access_key="emulator", endpoint_url=url)
client = boto3.client("codepipeline", **keys)
sqs = boto3.client("sqs", **keys)
def advance(minutes):
    body = json.dumps({"advanceMs": minutes * 60000}).encode()
    urllib.request.urlopen(url + "/_emulator/clock", data=body).read()
def kind(category, provider):
    return {"category": category, "owner": "AWS", "provider": provider, "version": "1"}
source = {"name": "App", "actionTypeId": kind("Source", "CodeCommit"), "outputArtifacts": [{"name": "src"}],
    "configuration": {"RepositoryName": "shop", "BranchName": "main", "PollForSourceChanges": "false"}}
approve = {"name": "Approve", "actionTypeId": kind("Approval", "Manual")}
client.create_pipeline(tags=[{"key": "team", "value": "web"}], pipeline={"name": "shop",
    "roleArn": "arn:aws:iam::777788889999:role/pipeline", "artifactStore": {"type": "S3", "location": "artifacts"}, "pipelineType": "V2",
    "stages": [{"name": "Source", "actions": [source]}, {"name": "Ask", "actions": [approve]}]})
advance(10)
def ask():
    return client.get_pipeline_state(name="shop")["stageStates"][1]
def answer(status):
    client.put_approval_result(pipelineName="shop", stageName="Ask", actionName="Approve",
        token=ask()["actionStates"][0]["latestExecution"]["token"], result={"status": status, "summary": "Go"})
    advance(1)
answer("Approved")
first = client.list_pipeline_executions(pipelineName="shop")["pipelineExecutionSummaries"][0]["pipelineExecutionId"]
gate = dict(pipelineName="shop", stageName="Ask", transitionType="Inbound")
client.disable_stage_transition(reason="Freeze", **gate)
execution = client.start_pipeline_execution(name="shop")["pipelineExecutionId"]
advance(10)
print("waits", ask()["inboundExecution"]["pipelineExecutionId"] == execution)
client.enable_stage_transition(**gate)
client.stop_pipeline_execution(pipelineName="shop", pipelineExecutionId=execution, abandon=True, reason="no")
advance(1)
print(ask()["latestExecution"]["status"])
retried = client.retry_stage_execution(pipelineName="shop", stageName="Ask", pipelineExecutionId=execution,
    retryMode="FAILED_ACTIONS")["pipelineExecutionId"]
advance(1)
answer("Rejected")
print("retried", retried == execution, ask()["latestExecution"]["status"])
back = client.rollback_stage(pipelineName="shop", stageName="Ask", targetPipelineExecutionId=first)["pipelineExecutionId"]
advance(1)
answer("Approved")
print(client.get_pipeline_execution(pipelineName="shop", pipelineExecutionId=back)["pipelineExecution"]["rollbackMetadata"]
    ["rollbackTargetPipelineExecutionId"] == first)
pages = client.get_paginator("list_pipeline_executions").paginate(pipelineName="shop", PaginationConfig={"PageSize": 1})
print(*[e["status"] for page in pages for e in page["pipelineExecutionSummaries"]])
print(client.list_tags_for_resource(resourceArn="arn:aws:codepipeline:eu-west-1:777788889999:shop")["tags"][0]["value"])
client.delete_pipeline(name="shop")
queue = sqs.get_queue_url(QueueName="codepipeline-events")["QueueUrl"]
states = []
while messages := sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, AttributeNames=["All"]).get("Messages"):
    states += [json.loads(m["Body"])["detail"]["state"] for m in messages]
    done = sqs.delete_message_batch(QueueUrl=queue, Entries=[
        {"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate(messages)])
    assert len(done["Successful"]) == len(messages) and not done.get("Failed")
print(states[0], states.count("SUCCEEDED"), states[-1])
try:
    sqs.delete_message(QueueUrl=queue, ReceiptHandle="made-up")
except sqs.exceptions.ReceiptHandleIsInvalid as error:
    print(error.response["Error"]["Code"])
try:
    sqs.get_queue_url(QueueName="absent")
except sqs.exceptions.QueueDoesNotExist as error:
    print(error.response["Error"]["Code"], error.response["Error"]["Message"])
`;
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, clock: "manual", now: Date.parse("2026-03-04T14:00:00Z") });
});
afterAll(() => emulator.close());

async function run(command: string, args: string[]): Promise<string> {
  const env = {
    AWS_ACCESS_KEY_ID: "AKIA444455556666",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_DEFAULT_REGION: "eu-west-1",
    AWS_ENDPOINT_URL: emulator.url,
  };
  return (await runClient(command, args, { env })).output;
}

test("the AWS CLI lists pipelines and shows an error as AWS's", { timeout: 120_000 }, async ({ skip }) => {
  skip(!HAS_AWS, "the AWS CLI is not on this machine");
  const list = await run("aws", [
    "codepipeline",
    "list-pipelines",
    "--query",
    "pipelines[].name",
    "--output",
    "json",
  ]);
  expect(JSON.parse(list)).toContain("checkout-web");
  const refusal = await run("aws", ["codepipeline", "get-pipeline", "--name", "absent"]);
  expect(refusal).toContain(
    "An error occurred (PipelineNotFoundException) when calling the GetPipeline operation",
  );
  const identity = await run("aws", ["sts", "get-caller-identity", "--query", "Arn", "--output", "text"]);
  expect(identity.trim()).toBe("arn:aws:iam::444455556666:user/emulator");
});

test("boto3 assumes a role, reads a state and gets modelled errors", { timeout: 60_000 }, async ({
  skip,
}) => {
  skip(!HAS_BOTO3, "boto3 is not on this machine");
  expect((await run("python3", ["-c", BOTO3])).trim()).toBe("13 2025 400");
});

test("boto3 takes a pipeline through its whole life and reads its events from the queue", async ({
  skip,
}) => {
  skip(!HAS_BOTO3, "boto3 is not on this machine");
  expect((await run("python3", ["-c", BOTO3_LIFE])).trim().split("\n")).toEqual([
    "waits True",
    "Stopped",
    "retried True Failed",
    "True",
    "Succeeded Failed Succeeded",
    "web",
    "STARTED 10 SUCCEEDED",
    "ReceiptHandleIsInvalid",
    "AWS.SimpleQueueService.NonExistentQueue The specified queue does not exist.",
  ]);
}, 60_000);
