import {
  CodePipelineClient,
  CreatePipelineCommand,
  StartPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { ALL_SEEING } from "../testing/all-seeing";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { prodEu } from "../testing/prod-eu";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { getExecution } from "./get-execution";
import { getPipelineState } from "./get-pipeline-state";
import { listExecutions } from "./list-executions";
import { listPipelines } from "./list-pipelines";

let emulator: EmulatorProcess;
let removeConfig: () => void;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(() => {
  stubAwsKeys();
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough to be one");
  removeConfig = writeConfig([
    prodEu(emulator, { timeoutMs: 1500, requestsPerSecond: 100 }),
    { id: "dev-eu", endpoint: emulator.url },
  ]);
});
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await forgetWatches();
  globalThis.pipedeckExecutions = undefined;
  globalThis.pipedeckHistories = undefined;
  removeConfig();
});

const checkout = { target: "prod-eu", pipeline: "checkout-web" };
const read = async (path: { target: string; pipeline: string; id: string }) =>
  ExecutionDetailReply.parse(JSON.parse(JSON.stringify(await getExecution(ALL_SEEING, path))));

async function newest(pipeline = checkout.pipeline) {
  const { items } = await listExecutions(ALL_SEEING, { ...checkout, pipeline }, { limit: 100 });
  return items;
}

async function everyDetail(): Promise<ExecutionDetail[]> {
  const { items } = await listPipelines(ALL_SEEING, { limit: 100 });
  const details: ExecutionDetail[] = [];
  for (const { name } of items.filter((row) => row.target === checkout.target)) {
    const seen = new Set<string>();
    for (const { id, status } of await newest(name)) {
      if (seen.has(status)) continue;
      seen.add(status);
      details.push((await read({ ...checkout, pipeline: name, id })).execution);
    }
  }
  return details;
}

test("an execution of each status of each pipeline is a good reply that agrees with the history", async () => {
  const details = await everyDetail();
  expect(details.length).toBeGreaterThan(8);
  const kinds = new Set(details.map((detail) => detail.summary.status));
  expect([...kinds]).toEqual(expect.arrayContaining(["Succeeded", "Failed", "InProgress"]));
  for (const detail of details) {
    const row = (await newest(detail.pipeline)).find((one) => one.id === detail.summary.id);
    expect([detail.pipeline, detail.summary.status]).toEqual([detail.pipeline, row?.status]);
    if (detail.summary.status === "Failed") expect(detail.failure?.stage).toBeDefined();
    else expect(detail.failure).toBeUndefined();
    if (detail.summary.status === "Succeeded" && detail.summary.executionType === "STANDARD") {
      expect(detail.stages.filter((stage) => stage.startedAt === undefined)).toEqual([]);
    }
  }
}, 60_000);

test("waits for people, triggers and stop reasons of the demo world are found", async () => {
  const details = await everyDetail();
  const stages = details.flatMap((detail) => detail.stages);
  expect(stages.flatMap((stage) => stage.waits).map((wait) => wait.kind)).toContain("person");
  expect(details.filter((detail) => detail.summary.trigger?.text === undefined)).toEqual([]);
  const stopped = details.filter((detail) => detail.summary.status === "Stopped");
  for (const detail of stopped) expect(detail.stopReason).toBeDefined();
}, 60_000);

test("an unknown execution, pipeline or target is 404 of its own", async () => {
  const id = "00000000-0000-4000-8000-000000000000";
  await expect(read({ ...checkout, id })).rejects.toMatchObject({ code: "execution.not-found", status: 404 });
  await expect(read({ ...checkout, pipeline: "chekout-web", id })).rejects.toMatchObject({
    code: "pipeline.not-found",
    didYouMean: "checkout-web",
  });
  await expect(read({ ...checkout, target: "prod-ue", id })).rejects.toMatchObject({
    code: "target.not-found",
  });
});

test("ten tabs at one execution cost what one costs", async () => {
  const id = (await newest())[0]?.id ?? "";
  const before = (await emulator.requests()).GetPipelineExecution ?? 0;
  await Promise.all(Array.from({ length: 10 }, () => read({ ...checkout, id })));
  expect((await emulator.requests()).GetPipelineExecution).toBe(before + 1);
});

describe("with nothing known yet, AWS failing has a code of its own:", () => {
  test.each([
    ["throttle", "aws.throttled", 503],
    ["malformed", "aws.malformed", 502],
    ["error500", "aws.failed", 502],
  ])("%s is %s", async (kind, code, status) => {
    const id = (await newest())[0]?.id ?? "";
    await emulator.control("POST", "/faults", { kind, operation: "GetPipelineExecution" });
    await expect(read({ ...checkout, id })).rejects.toMatchObject({ code, status });
  });
});

describe("a role that lacks", () => {
  test.each([
    ["ListRuleExecutions"],
    ["ListActionExecutions"],
    ["GetPipelineExecution"],
    ["GetPipelineState"],
    ["GetPipeline"],
    ["ListPipelineExecutions"],
  ])("%s sees the rest of an execution, and which permission is missing", async (operation) => {
    const id = await fresh();
    await emulator.control("POST", "/faults", { kind: "accessDenied", operation });
    const { execution } = await read({ ...checkout, id });
    expect(execution.denied).toEqual([`codepipeline:${operation}`]);
    expect(execution.summary.status).toBe("Failed");
    const runs = execution.stages.flatMap((stage) => stage.actions);
    expect(runs.length > 0).toBe(operation !== "ListActionExecutions");
  });

  test("every permission of an execution gets the reason", async () => {
    const id = await fresh();
    await emulator.control("POST", "/faults", { kind: "accessDenied" });
    await expect(read({ ...checkout, id })).rejects.toMatchObject({ code: "aws.denied", status: 502 });
  });

  test.each([["ListActionExecutions"], ["GetPipelineState"]])(
    "%s sees the history, and which permission is missing",
    async (operation) => {
      await fresh();
      await emulator.control("POST", "/faults", { kind: "accessDenied", operation });
      const list = await listExecutions(ALL_SEEING, checkout, { limit: 20 });
      expect(list.denied).toEqual([`codepipeline:${operation}`]);
      expect(list.items).toHaveLength(20);
    },
  );

  test.each([["ListActionExecutions"], ["ListPipelineExecutions"], ["GetPipeline"]])(
    "%s sees the line, and which permission is missing",
    async (operation) => {
      await fresh();
      await emulator.control("POST", "/faults", { kind: "accessDenied", operation });
      const { state } = await getPipelineState(ALL_SEEING, checkout);
      expect(state.denied).toEqual([`codepipeline:${operation}`]);
      expect(state.stages.length).toBeGreaterThan(2);
    },
  );
});

/** The id of a failed execution; nothing of it or of its pipeline is known any more. */
async function fresh(): Promise<string> {
  const failed = (await newest()).find((one) => one.status === "Failed");
  globalThis.pipedeckExecutions = undefined;
  globalThis.pipedeckHistories = undefined;
  await forgetWatches();
  return failed?.id ?? "";
}

test("the rule in front of a stage is one of its runs, with the condition that asked it", async () => {
  const id = await releaseWithRule();
  const { execution } = await read({ target: "dev-eu", pipeline: "ruled", id });
  const rules = execution.stages.flatMap((stage) => stage.rules);
  expect(rules).toMatchObject([{ name: "window", condition: "beforeEntry", provider: "DeploymentWindow" }]);
  expect(rules[0]?.configuration.map((entry) => entry.key)).toEqual(["Cron", "TimeZone"]);
});

test("the list failing takes nothing from an execution but what only the list knows", async () => {
  const id = (await newest())[0]?.id ?? "";
  globalThis.pipedeckHistories = undefined;
  await emulator.control("POST", "/faults", { kind: "error500", operation: "ListPipelineExecutions" });
  expect((await read({ ...checkout, id })).execution.summary.id).toBe(id);
});

/** A pipeline in the account of the keys themselves, with a rule in front of its last stage, run to where it stands. */
async function releaseWithRule(): Promise<string> {
  const client = new CodePipelineClient({ region: "eu-west-1", endpoint: emulator.url });
  const type = (category: "Source" | "Build", provider: string) => ({
    actionTypeId: { category, owner: "AWS" as const, provider, version: "1" },
  });
  const source = {
    ...type("Source", "S3"),
    name: "bucket",
    outputArtifacts: [{ name: "app" }],
    configuration: { S3Bucket: "b", S3ObjectKey: "k.zip" },
  };
  const build = {
    ...type("Build", "CodeBuild"),
    name: "compile",
    inputArtifacts: [{ name: "app" }],
    configuration: { ProjectName: "web" },
  };
  const window = {
    name: "window",
    ruleTypeId: {
      category: "Rule" as const,
      owner: "AWS" as const,
      provider: "DeploymentWindow",
      version: "1",
    },
    configuration: { Cron: "0 * * ? * * *", TimeZone: "UTC" },
  };
  await client.send(
    new CreatePipelineCommand({
      pipeline: {
        name: "ruled",
        pipelineType: "V2",
        roleArn: "arn:aws:iam::111122223333:role/pipeline",
        artifactStore: { type: "S3", location: "artifacts" },
        stages: [
          { name: "Source", actions: [source] },
          {
            name: "Build",
            actions: [build],
            beforeEntry: { conditions: [{ result: "FAIL", rules: [window] }] },
          },
        ],
      },
    }),
  );
  const { pipelineExecutionId } = await client.send(new StartPipelineExecutionCommand({ name: "ruled" }));
  await emulator.control("POST", "/clock", { advanceMs: 3_600_000 });
  return pipelineExecutionId ?? "";
}
