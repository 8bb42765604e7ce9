import { CodePipelineClient, GetPipelineCommand, UpdatePipelineCommand } from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as structure } from "@/app/api/pipelines/[target]/[pipeline]/route";
import { Problem } from "@/lib/contract/problem";
import { PipelineStructureReply } from "@/lib/contract/structure";
import { openProdEuHouse, type ProdEuHouse } from "../testing/prod-eu-house";
import { call } from "../testing/request";

let house: ProdEuHouse;
beforeAll(async () => {
  house = await openProdEuHouse();
  const client = new CodePipelineClient({
    region: "eu-west-1",
    endpoint: house.emulator.url,
    credentials: { accessKeyId: "AKIA444455556666", secretAccessKey: "emulator" },
  });
  const { pipeline } = await client.send(new GetPipelineCommand({ name: "checkout-web" }));
  if (!pipeline) throw new Error("the world has no checkout-web");
  const stages = pipeline.stages?.map((stage) => ({
    ...stage,
    actions: stage.actions?.map((action) =>
      action.actionTypeId?.provider === "CloudFormation"
        ? { ...action, configuration: { ...action.configuration, ParameterOverrides: '{"Db":"hunter2"}' } }
        : action,
    ),
  }));
  const variables = [...(pipeline.variables ?? []), { name: "extra_flag", defaultValue: "on" }];
  await client.send(new UpdatePipelineCommand({ pipeline: { ...pipeline, stages, variables } }));
  client.destroy();
}, 60_000);
afterAll(() => house.close());

const params = { target: "prod-eu", pipeline: "checkout-web" };
const ask = (search: string, path = params) =>
  call(structure, { path: `/${search}`, params: path, headers: { cookie: house.cookie } });

test("any version can be asked for, and the newest is named", async () => {
  const newest = PipelineStructureReply.parse((await ask("")).body);
  expect([newest.structure.version, newest.currentVersion]).toEqual([2, 2]);
  const first = PipelineStructureReply.parse((await ask("?version=1")).body);
  expect([first.structure.version, first.currentVersion]).toEqual([1, 2]);
  expect(newest.structure.variables.map(({ name }) => name)).toContain("extra_flag");
  expect(first.structure.variables.map(({ name }) => name)).not.toContain("extra_flag");
});

test("what changed is told by meaning, a withheld value without being shown", async () => {
  const reply = await ask("?compareWith=1");
  const { comparison } = PipelineStructureReply.parse(reply.body);
  expect(comparison?.with).toBe(1);
  expect(comparison?.changes).toContainEqual(
    expect.objectContaining({ change: "added", path: [{ kind: "variable", name: "extra_flag" }] }),
  );
  expect(comparison?.changes).toContainEqual(
    expect.objectContaining({ change: "said", of: "ParameterOverrides", to: { value: null } }),
  );
  expect(JSON.stringify(reply.body)).not.toContain("hunter2");
});

test("an older version is read once, and a reply that still holds is not sent again", async () => {
  const first = await ask("?version=1&compareWith=2");
  const asked = (await house.emulator.requests()).GetPipeline;
  const again = await call(structure, {
    path: "/?version=1&compareWith=2",
    params,
    headers: { cookie: house.cookie, "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
  expect((await house.emulator.requests()).GetPipeline).toBe(asked);
});

test("a version there is none of is 404 and says which is the newest; what can be none is 400", async () => {
  const beyond = await ask("?version=3");
  expect([beyond.status, beyond.body.code]).toEqual([404, "version.not-found"]);
  expect(Problem.parse(beyond.body).detail).toContain("the newest is 2");
  for (const search of ["?version=0", "?version=x", "?compareWith=-1", "?version=1&version=2", "?colour=red"])
    expect([search, (await ask(search)).status]).toEqual([search, 400]);
});

test("of a pipeline that does not exist nothing but that is told, whatever version is asked for", async () => {
  const none = { ...params, pipeline: "nothing-like-it" };
  const [plain, versioned] = [await ask("", none), await ask("?version=7", none)];
  expect([plain.status, plain.body.code]).toEqual([versioned.status, versioned.body.code]);
  expect(plain.body.code).toBe("pipeline.not-found");
});
