import { request as httpRequest } from "node:http";
import {
  CreatePipelineCommand,
  GetPipelineCommand,
  GetPipelineStateCommand,
  ListPipelinesCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codePipelineAt, control, keysOf } from "./sdk-for-tests";
import { signedRequest } from "./signature/signed-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

const NOW = Date.parse("2026-03-04T14:00:00Z");
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty", clock: "manual", now: NOW });
});
afterAll(() => emulator.close());

function send(options: { method?: string; path?: string; headers?: Record<string, string>; body?: string }) {
  return fetch(`${emulator.url}${options.path ?? "/"}`, {
    method: options.method ?? "POST",
    ...(options.headers === undefined ? {} : { headers: options.headers }),
    ...(options.body === undefined ? {} : { body: options.body }),
  });
}

describe("the door with the real SDK", () => {
  test("answers an empty list in every account and region, with a request id", async () => {
    for (const [account, region] of [
      ["111122223333", "eu-west-1"],
      ["999999999999", "ap-southeast-2"],
      ["444455556666", "us-gov-west-1"],
    ] as const) {
      const answer = await codePipelineAt(emulator.url, { account, region }).send(new ListPipelinesCommand());
      expect(answer.pipelines).toEqual([]);
      expect(answer.$metadata.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    }
  });

  test("a modelled error arrives as the SDK's own class, with status 400 and a request id", async () => {
    const client = codePipelineAt(emulator.url);
    await expect(client.send(new GetPipelineCommand({ name: "absent" }))).rejects.toMatchObject({
      name: "PipelineNotFoundException",
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  test("what is created in one account and region is not in another", async () => {
    const here = codePipelineAt(emulator.url, { account: "222233334444" });
    await here.send(new CreatePipelineCommand({ pipeline: minimalPipeline("only-here") }));
    const state = await here.send(new GetPipelineStateCommand({ name: "only-here" }));
    expect(state.stageStates?.[0]?.latestExecution?.status).toBe("InProgress");
    for (const place of [{ account: "222233334444", region: "us-east-1" }, { account: "333344445555" }]) {
      const answer = await codePipelineAt(emulator.url, place).send(new ListPipelinesCommand());
      expect(answer.pipelines).toEqual([]);
    }
  });

  test("an operation of the service that is not there yet is refused as unknown", async () => {
    const response = await signedByHand("CodePipeline_20150709.NoSuchOperation", "{}");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
  });
});

describe("bad requests", () => {
  test("a body that is not a JSON object is refused with SerializationException", async () => {
    for (const body of ["", "{", "[]", '"text"', "null", "\u0000"]) {
      const response = await signedByHand("CodePipeline_20150709.ListPipelines", body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ __type: "SerializationException" });
    }
  });

  test("a body above 1 MB is refused with 413", async () => {
    const response = await send({ body: " ".repeat(1024 * 1024 + 1) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ __type: "RequestEntityTooLargeException" });
  });

  test("other methods are refused with 405, never with a stack", async () => {
    for (const method of ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await send({ method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
      expect(await response.text()).not.toMatch(/at .*\.ts/);
    }
    expect((await send({ method: "HEAD" })).status).toBe(405);
  });

  test("a request that names no known service is refused with 404", async () => {
    const known: Record<string, string>[] = [
      { "x-amz-target": "DynamoDB_20120810.ListTables" },
      { "x-amz-target": "nonsense" },
      { "content-type": "application/x-www-form-urlencoded" },
    ];
    for (const headers of known) {
      const response = await send({ headers, body: "{}" });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ __type: "UnknownOperationException" });
    }
  });

  test("a raw request line that is not HTTP gets 400 and the process lives on", async () => {
    const { hostname, port } = new URL(emulator.url);
    const failed = await new Promise<string>((resolve) => {
      const request = httpRequest({ hostname, port, path: "//[bad", method: "POST" }, (response) => {
        response.resume();
        resolve(String(response.statusCode));
      });
      request.on("error", () => resolve("error"));
      request.end();
    });
    expect(failed).toMatch(/^4\d\d$/);
    expect((await control(emulator.url, "GET", "/status")).status).toBe(200);
  });
});

describe("headers", () => {
  test("the Date header is wall time whatever the emulated clock says", async () => {
    const response = await fetch(`${emulator.url}/_emulator/status`);
    const skewMs = Math.abs(Date.parse(response.headers.get("date") ?? "") - Date.now());
    expect(skewMs).toBeLessThan(60_000);
    expect(await response.json()).toMatchObject({ now: "2026-03-04T14:00:00.000Z" });
  });

  test("content types are AWS's", async () => {
    const response = await signedByHand("CodePipeline_20150709.ListPipelines", "{}");
    expect(response.headers.get("content-type")).toBe("application/x-amz-json-1.1");
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    const queue = await signedByHand("AmazonSQS.ReceiveMessage", "{}", "sqs");
    expect(queue.headers.get("content-type")).toBe("application/x-amz-json-1.0");
    expect(await queue.json()).toMatchObject({
      __type: "com.amazon.coral.service#MissingRequiredParameterException",
    });
  });
});

async function signedByHand(target: string, body: string, service = "codepipeline"): Promise<Response> {
  const headers = await signedRequest(emulator.url, { target, body, service, keys: keysOf("111122223333") });
  return send({ headers, body });
}

function minimalPipeline(name: string) {
  const source = {
    name: "code",
    actionTypeId: { category: "Source", owner: "AWS", provider: "CodeCommit", version: "1" } as const,
    configuration: { RepositoryName: name, BranchName: "main", PollForSourceChanges: "false" },
    outputArtifacts: [{ name: "code" }],
  };
  const build = {
    name: "package",
    actionTypeId: { category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" } as const,
    configuration: { ProjectName: name },
    inputArtifacts: [{ name: "code" }],
  };
  return {
    name,
    roleArn: "arn:aws:iam::222233334444:role/codepipeline",
    artifactStore: { type: "S3" as const, location: "artifacts-222233334444" },
    stages: [
      { name: "Source", actions: [source] },
      { name: "Build", actions: [build] },
    ],
  };
}

describe("a body that nests very deep", () => {
  test("is refused, and the journal can still be read", async () => {
    const body = `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    const target = "CodePipeline_20150709.ListPipelines";
    const headers = await signedRequest(emulator.url, { target, body, keys: keysOf("111122223333") });
    const answer = await send({ headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: "SerializationException" }]);
    expect(await control(emulator.url, "GET", "/journal")).toMatchObject({ status: 200 });
  });
});
