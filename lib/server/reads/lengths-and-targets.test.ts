import {
  CodePipelineClient,
  CreatePipelineCommand,
  StartPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as durations } from "@/app/api/pipelines/[target]/[pipeline]/durations/route";
import { GET as execution } from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/route";
import { GET as targets } from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/targets/route";
import { DeployTargetsReply } from "@/lib/contract/deploy-targets";
import { DurationsReply } from "@/lib/contract/durations";
import { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import { openProdEuHouse, type ProdEuHouse } from "../testing/prod-eu-house";
import { call } from "../testing/request";

const action = (name: string, category: "Source" | "Deploy", provider: string, configuration: object) => ({
  name,
  actionTypeId: { category, owner: "AWS" as const, provider, version: "1" },
  configuration: { ...configuration } as Record<string, string>,
  ...(category === "Source"
    ? { outputArtifacts: [{ name: "src" }], namespace: "App" }
    : { inputArtifacts: [{ name: "src" }] }),
});

let house: ProdEuHouse;
let id: string;
beforeAll(async () => {
  house = await openProdEuHouse();
  const client = new CodePipelineClient({
    region: "eu-west-1",
    endpoint: house.emulator.url,
    credentials: { accessKeyId: "AKIA444455556666", secretAccessKey: "emulator" },
  });
  const source = { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" };
  const fleet = {
    InstanceTagKey: "fleet",
    InstanceTagValue: "shop",
    InstanceType: "EC2",
    PreScript: "#{App.CommitId}.sh",
  };
  await client.send(
    new CreatePipelineCommand({
      pipeline: {
        name: "fleet",
        roleArn: "arn:aws:iam::444455556666:role/pipeline",
        pipelineType: "V2",
        artifactStore: { type: "S3", location: "artifacts" },
        stages: [
          { name: "Source", actions: [action("app", "Source", "CodeCommit", source)] },
          { name: "Ship", actions: [action("ship", "Deploy", "EC2", fleet)] },
        ],
      },
    }),
  );
  await house.emulator.control("POST", "/clock", { advanceMs: 7_200_000 });
  const started = await client.send(new StartPipelineExecutionCommand({ name: "fleet" }));
  id = started.pipelineExecutionId ?? "";
  await house.emulator.control("POST", "/clock", { advanceMs: 7_200_000 });
  client.destroy();
}, 60_000);
afterAll(() => house.close());

const params = { target: "prod-eu", pipeline: "fleet" };
const headers = () => ({ cookie: house.cookie });

async function shipRun(): Promise<string> {
  const reply = await call(execution, { params: { ...params, id }, headers: headers() });
  const { stages, variableUses } = ExecutionDetailReply.parse(reply.body).execution;
  expect(variableUses).toEqual([
    { variable: "App.CommitId", stage: "Ship", action: "ship", key: "PreScript" },
  ]);
  return stages[1]?.actions[0]?.id ?? "";
}

test("what is usual is told per stage and action", async () => {
  const reply = await call(durations, { params, headers: headers() });
  const told = DurationsReply.parse(reply.body).durations;
  expect(told.stages.map(({ name }) => name).toSorted()).toEqual(["Ship", "Source"]);
  expect(told.actions.every(({ medianMs, successes }) => medianMs >= 0 && successes > 0)).toBe(true);
  const again = await call(durations, {
    params,
    headers: { ...headers(), "if-none-match": reply.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("the targets of a deploy action come with what happened on each", async () => {
  const run = await shipRun();
  const reply = await call(targets, {
    path: `/?run=${run}`,
    params: { ...params, id },
    headers: headers(),
  });
  const { items, more } = DeployTargetsReply.parse(reply.body);
  expect(more).toBe(false);
  expect(items.length).toBeGreaterThan(1);
  for (const item of items) {
    expect(item).toMatchObject({ type: "EC2", standing: "Succeeded" });
    expect(item.events.map(({ name }) => name)).toEqual(["BEFORE_DEPLOY", "DEPLOY"]);
  }
});

test("AWS is asked for no run but those of the execution, so that no other pipeline's are told", async () => {
  const asked = (await house.emulator.requests()).ListDeployActionExecutionTargets;
  for (const run of ["00000000-0000-4000-8000-000000000000", "x"]) {
    const reply = await call(targets, {
      path: `/?run=${run}`,
      params: { ...params, id },
      headers: headers(),
    });
    expect([reply.status, reply.body.code]).toEqual([404, "action.not-found"]);
  }
  expect((await house.emulator.requests()).ListDeployActionExecutionTargets).toBe(asked);
});

test("without a run it is 400, of an unknown execution or pipeline 404", async () => {
  const at = (path: string, more: object = {}) =>
    call(targets, { path, params: { ...params, id, ...more }, headers: headers() });
  expect((await at("/")).status).toBe(400);
  const other = "00000000-0000-4000-8000-000000000000";
  expect((await at("/?run=x", { id: other })).body.code).toBe("execution.not-found");
  expect((await at("/?run=x", { pipeline: "no-fleet" })).body.code).toBe("pipeline.not-found");
  const none = await call(durations, { params: { ...params, pipeline: "no-fleet" }, headers: headers() });
  expect([none.status, none.body.code]).toEqual([404, "pipeline.not-found"]);
});
