import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getRefresh, POST as refresh } from "@/app/api/pipelines/[target]/[pipeline]/refresh/route";
import { GET as structure } from "@/app/api/pipelines/[target]/[pipeline]/route";
import { POST as postState, GET as state } from "@/app/api/pipelines/[target]/[pipeline]/state/route";
import { GET as pipelines } from "@/app/api/pipelines/route";
import { GET as targets } from "@/app/api/targets/route";
import { PipelineList } from "@/lib/contract/pipeline";
import { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { Problem } from "@/lib/contract/problem";
import { PipelineStructureReply } from "@/lib/contract/structure";
import { TargetList } from "@/lib/contract/target";
import { newId } from "../new-id";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInAs } from "../testing/session";

let emulator: EmulatorProcess;
let house: TestHouse;
let cookie: string;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
  const roleArn = "arn:aws:iam::444455556666:role/pipedeck-read";
  house = await openHouse([{ id: "prod-eu", endpoint: emulator.url, account: "444455556666", roleArn }]);
  cookie = (await signInAs("viewer")).cookie;
}, 60_000);
afterAll(async () => {
  await forgetWatches();
  await house.close();
  await emulator.stop();
});
beforeEach(() => emulator.control("DELETE", "/faults"));

const params = { target: "prod-eu", pipeline: "checkout-web" };

test("each reply is the one of its contract", async () => {
  const headers = { cookie };
  expect(() => PipelineList.parse({})).toThrow();
  expect(PipelineList.parse((await call(pipelines, { headers })).body).items.length).toBeGreaterThan(3);
  expect(TargetList.parse((await call(targets, { headers })).body).items).toHaveLength(1);
  expect(PipelineStateReply.parse((await call(state, { headers, params })).body).state.row.name).toBe(
    "checkout-web",
  );
  expect(PipelineStructureReply.parse((await call(structure, { headers, params })).body).structure.name).toBe(
    "checkout-web",
  );
});

test("what has not changed is not sent again, only how fresh it is", async () => {
  const routes = [
    { route: pipelines, params: {} },
    { route: state, params },
    { route: structure, params },
  ];
  await call(state, { headers: { cookie }, params });
  await vi.waitFor(async () => {
    const { freshness } = PipelineList.parse((await call(pipelines, { headers: { cookie } })).body);
    expect(freshness["prod-eu"]?.kind).toBe("live");
  }, 14_000);
  for (const { route, params: path } of routes) {
    const first = await call(route, { headers: { cookie }, params: path });
    const headers = { cookie, "if-none-match": first.headers.get("etag") ?? "" };
    const again = await call(route, { headers, params: path });
    expect(again.status).toBe(304);
    expect(JSON.parse(again.headers.get("x-pipedeck-freshness") ?? "")).not.toEqual({});
    expect(Date.parse(again.headers.get("x-pipedeck-now") ?? "")).not.toBeNaN();
  }
});

test("refresh reads AWS now, and only for a page of ours", async () => {
  const before = (await emulator.requests()).GetPipelineState ?? 0;
  const reply = await call(refresh, { method: "POST", params, headers: pressHeaders(cookie, newId()) });
  expect(PipelineStateReply.parse(reply.body).freshness.kind).toBe("live");
  expect((await emulator.requests()).GetPipelineState).toBeGreaterThan(before);
  const foreign = { ...pressHeaders(cookie, newId()), origin: "https://evil.example" };
  expect((await call(refresh, { method: "POST", params, headers: foreign })).status).toBe(403);
});

describe("bad input is named", () => {
  test.each([
    ["a cursor of nothing", pipelines, "/api/pipelines?cursor=x", {}, 400, "query.cursor"],
    ["an empty cursor", pipelines, "/api/pipelines?cursor=", {}, 400, "query.cursor"],
    ["a limit of 0", pipelines, "/api/pipelines?limit=0", {}, 400, "query.limit"],
    ["a limit that is no number", pipelines, "/api/pipelines?limit=many", {}, 400, "query.limit"],
    ["an unknown parameter", pipelines, "/api/pipelines?colour=red", {}, 400, "query.colour"],
    ["a target id that cannot be", state, "/", { target: "A B", pipeline: "x" }, 400, "path.target"],
    [
      "a pipeline name that cannot be",
      structure,
      "/",
      { target: "prod-eu", pipeline: "a/b" },
      400,
      "path.pipeline",
    ],
  ])("%s", async (_, route, path, wrong, status, field) => {
    const reply = await call(route, { path, params: wrong, headers: { cookie } });
    expect(reply.status).toBe(status);
    expect(Problem.parse(reply.body).errors?.[0]?.field).toBe(field);
  });

  test("an unknown target or pipeline is 404 with what it may have been", async () => {
    const target = await call(state, { params: { ...params, target: "prod-e" }, headers: { cookie } });
    expect([target.status, target.body.code, target.body.didYouMean]).toEqual([
      404,
      "target.not-found",
      "prod-eu",
    ]);
    const pipeline = await call(structure, {
      params: { ...params, pipeline: "checkout-weg" },
      headers: { cookie },
    });
    expect([pipeline.status, pipeline.body.code, pipeline.body.didYouMean]).toEqual([
      404,
      "pipeline.not-found",
      "checkout-web",
    ]);
  });

  test("no session is 401, another method is 405", async () => {
    for (const route of [pipelines, targets]) expect((await call(route)).status).toBe(401);
    for (const route of [state, structure]) expect((await call(route, { params })).status).toBe(401);
    expect((await call(refresh, { method: "POST", params })).status).toBe(401);
    expect((await call(postState, { method: "POST", params, headers: { cookie } })).status).toBe(405);
    expect((await call(getRefresh, { params, headers: { cookie } })).status).toBe(405);
  });
});

test("a throttle with nothing known says when to come again", async () => {
  await emulator.control("POST", "/faults", { kind: "throttle", operation: "GetPipelineState" });
  await forgetWatches();
  const reply = await call(state, { params, headers: { cookie } });
  expect([reply.status, reply.body.code]).toEqual([503, "aws.throttled"]);
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
});
