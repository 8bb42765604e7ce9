import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as executions } from "@/app/api/executions/route";
import { GET as pipelines } from "@/app/api/pipelines/route";
import { GET as tags } from "@/app/api/tags/route";
import { FoundExecutions } from "@/lib/contract/found-executions";
import { TagList } from "@/lib/contract/tags";
import type { RouteHandler } from "../http/answering";
import { keepExecutions } from "../store/executions";
import { keepTags } from "../store/pipeline-tags";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { prodEu } from "../testing/prod-eu";
import { call } from "../testing/request";
import { signInPerson } from "../testing/session";

const PERMISSIONS = {
  rules: [
    { groups: ["all"], role: "viewer" },
    { groups: ["shop"], role: "viewer", targets: ["prod-*"], pipelines: ["checkout-*"] },
  ],
};
const READ_AT_MS = Date.parse("2026-11-21T03:00:00Z");
const EXECUTION = "5a1de2d4-40f0-4f6c-9a55-0f8f0a1b2c3d";

let emulator: EmulatorProcess;
let house: TestHouse;
let removeConfig: () => void;
const cookies = { all: "", shop: "" };
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
  house = await openHouse();
  removeConfig = writeConfig([prodEu(emulator, { requestsPerSecond: 100 })], undefined, PERMISSIONS);
  for (const group of ["all", "shop"] as const)
    cookies[group] = (await signInPerson({ id: group, name: "Grace Okafor", groups: [group] })).cookie;
  await get(pipelines, cookies.all);
  const denied = { permission: "codepipeline:ListTagsForResource", principal: "arn:aws:iam::1:role/r" };
  await keepTags("prod-eu", [
    { pipeline: "checkout-web", tags: { team: "checkout" }, denied: null, readAtMs: READ_AT_MS },
    { pipeline: "orders-api", tags: { team: "checkout" }, denied: null, readAtMs: READ_AT_MS },
    { pipeline: "ledger-core", tags: null, denied, readAtMs: READ_AT_MS },
    { pipeline: "vanished", tags: { team: "gone" }, denied: null, readAtMs: READ_AT_MS },
  ]);
  const seen = {
    status: "Succeeded",
    startedAt: "2026-11-21T03:00:00.000Z",
    revisions: [],
    executionType: "STANDARD",
  };
  await keepExecutions([
    { target: "prod-eu", pipeline: "checkout-web", execution: { ...seen, id: EXECUTION } },
    { target: "prod-eu", pipeline: "orders-api", execution: { ...seen, id: EXECUTION.replace("3d", "3e") } },
    { target: "prod-eu", pipeline: "vanished", execution: { ...seen, id: EXECUTION.replace("3d", "3f") } },
  ]);
}, 60_000);
afterAll(async () => {
  await forgetWatches();
  removeConfig();
  await house.close();
  await emulator.stop();
});

async function get(route: RouteHandler, cookie: string, path = "/") {
  return call(route, { path, headers: { cookie } });
}

test("pipelines with the same tags share them; what was not read is counted, with the permission that is missing", async () => {
  const { items } = TagList.parse((await get(tags, cookies.all)).body);
  expect(items).toEqual([
    {
      target: "prod-eu",
      sets: [{ tags: { team: "checkout" }, pipelines: ["checkout-web", "orders-api"] }],
      unread: 11,
      denied: { permission: "codepipeline:ListTagsForResource", principal: "arn:aws:iam::1:role/r" },
    },
  ]);
});

test("of what may not be seen nothing is told, not even that it could not be read", async () => {
  const { items } = TagList.parse((await get(tags, cookies.shop)).body);
  expect(items[0]?.sets).toEqual([{ tags: { team: "checkout" }, pipelines: ["checkout-web"] }]);
  expect(items[0]?.denied).toBeUndefined();
});

test("executions are found by the beginning of their id, in pipelines that are there and may be seen", async () => {
  const of = async (cookie: string, id: string) =>
    FoundExecutions.parse((await get(executions, cookie, `/?id=${id}`)).body).items.map(
      ({ pipeline }) => pipeline,
    );
  expect((await of(cookies.all, "5A1DE2D")).toSorted()).toEqual(["checkout-web", "orders-api"]);
  expect(await of(cookies.all, EXECUTION)).toEqual(["checkout-web"]);
  expect(await of(cookies.shop, "5a1de2d4-40f0")).toEqual(["checkout-web"]);
  expect(await of(cookies.all, "5a1de2d4-41")).toEqual([]);
});

test("what is no id is refused by name", async () => {
  for (const id of ["", "5a1d", "5a1de2d4'--", "x".repeat(7)]) {
    const { status, body } = await get(executions, cookies.all, `/?id=${encodeURIComponent(id)}`);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain("query.id");
  }
});
