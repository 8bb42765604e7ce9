import { spawn, spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
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
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, clock: "manual", now: Date.parse("2026-03-04T14:00:00Z") });
});
afterAll(() => emulator.close());

function run(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args, {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: "AKIA444455556666",
      AWS_SECRET_ACCESS_KEY: "emulator",
      AWS_DEFAULT_REGION: "eu-west-1",
      AWS_ENDPOINT_URL: emulator.url,
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      output += text.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}

test("the AWS CLI lists pipelines and shows an error as AWS's", async ({ skip }) => {
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

test("boto3 assumes a role, reads a state and gets modelled errors", async ({ skip }) => {
  skip(!HAS_BOTO3, "boto3 is not on this machine");
  expect((await run("python3", ["-c", BOTO3])).trim()).toBe("6 2026 400");
});
