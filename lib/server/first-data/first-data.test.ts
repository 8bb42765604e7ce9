import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as access } from "@/app/api/access/route";
import { GET as execution } from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/route";
import { GET as executions } from "@/app/api/pipelines/[target]/[pipeline]/executions/route";
import { GET as state } from "@/app/api/pipelines/[target]/[pipeline]/state/route";
import { GET as pipelines } from "@/app/api/pipelines/route";
import { GET as revisions } from "@/app/api/revisions/route";
import type { FirstReply } from "@/lib/contract/first-reply";
import type { RouteHandler } from "../http/answering";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { prodEu } from "../testing/prod-eu";
import { toRequest } from "../testing/request";
import { signInAs } from "../testing/session";
import { targetWatches } from "../watch/target-watches";
import { executionData } from "./execution-data";
import { historyData } from "./history-data";
import { overviewData } from "./overview-data";
import { pipelineData } from "./pipeline-data";
import { revisionsData } from "./revisions-data";
import { settingsData } from "./settings-data";

// What Next hands a page of the request it draws; the rest is real.
const visit = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => new RequestCookies(new Headers({ cookie: visit.cookie })),
}));

let emulator: EmulatorProcess;
let house: TestHouse;
let signedIn: string;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(async () => {
  house = await openHouse([prodEu(emulator, { timeoutMs: 5000, requestsPerSecond: 100 })]);
  signedIn = (await signInAs("viewer")).cookie;
  visit.cookie = signedIn;
});
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await forgetWatches();
  globalThis.pipedeckExecutions = undefined;
  globalThis.pipedeckHistories = undefined;
  await house.close();
});

const orders = { target: "prod-eu", pipeline: "orders-api" };
const nobodysId = "00000000-0000-4000-8000-000000000000";

async function textOf(route: RouteHandler, params: Record<string, string> = {}, query = ""): Promise<string> {
  const request = toRequest({ path: `/api${query}`, headers: { cookie: signedIn } });
  const reply = await route(request, { params: Promise.resolve(params) });
  expect(reply.status).toBe(200);
  return reply.text();
}

/** The text without what tells when it was made and read, and what has been read besides. */
function timeless(text: string | undefined): string {
  const whole: unknown = JSON.parse(text ?? "null");
  return JSON.stringify(whole, (key, value) =>
    ["now", "freshness", "asOf", "versions"].includes(key) ? null : value,
  );
}

test("what a page begins with is the very text of its route", async () => {
  await Promise.all(targetWatches().map((watch) => watch.settled(30_000)));
  const list = await textOf(executions, orders, "?limit=50");
  const id: string = JSON.parse(list).items[0].id;
  const q = id.slice(0, 8);
  const routes = {
    overview: await textOf(pipelines),
    state: await textOf(state, orders),
    newest: list,
    execution: await textOf(execution, { ...orders, id }),
    access: await textOf(access),
    revisions: await textOf(revisions, {}, `?q=${q}`),
  };
  const history = await historyData(orders);
  const first: Record<keyof typeof routes, FirstReply | null> = {
    overview: await overviewData(),
    state: await pipelineData(orders),
    newest: history.newest,
    execution: (await executionData({ ...orders, id })).execution,
    access: await settingsData(),
    revisions: (await revisionsData(` ${q} `))?.reply ?? null,
  };
  for (const name of ["overview", "state", "newest", "execution", "access", "revisions"] as const) {
    expect(timeless(first[name]?.json), name).toBe(timeless(routes[name]));
    expect(first[name]?.json.length, name).toBeGreaterThan(200);
  }
}, 60_000);

test("who has a page's first data and asks its route again is not sent it again", async () => {
  await Promise.all(targetWatches().map((watch) => watch.settled(30_000)));
  await textOf(state, orders);
  const first = [
    { data: await overviewData(), route: pipelines, params: {} },
    { data: await pipelineData(orders), route: state, params: orders },
  ];
  for (const { data, route, params } of first) {
    const headers = { cookie: signedIn, "if-none-match": data?.route?.tag };
    const request = toRequest({ path: data?.route?.path, headers });
    expect((await route(request, { params: Promise.resolve(params) })).status, data?.route?.path).toBe(304);
  }
}, 60_000);

test("while AWS hangs, a page of which nothing is known begins with nothing before its route gives up", async () => {
  await emulator.control("POST", "/faults", { kind: "hang" });
  let answered = false;
  const asked = pipelines(toRequest({ path: "/api/pipelines", headers: { cookie: signedIn } }), {
    params: Promise.resolve({}),
  }).then(() => {
    answered = true;
  });
  expect([await overviewData(), await pipelineData(orders)]).toEqual([null, null]);
  expect(answered).toBe(false);
  await asked;
}, 60_000);

test("while AWS hangs, a page begins with what is known", async () => {
  const known = await textOf(state, orders);
  await textOf(pipelines);
  await emulator.control("POST", "/faults", { kind: "hang" });
  await emulator.control("POST", "/clock", { advanceMs: 60_000 });
  const first = await pipelineData(orders);
  expect(JSON.parse(first?.json ?? "null").state.row.name).toBe(JSON.parse(known).state.row.name);
  expect(JSON.parse((await overviewData())?.json ?? "null").items.length).toBeGreaterThan(0);
}, 60_000);

test("a question that is too short, or asked twice, has no first data", async () => {
  expect(await revisionsData("ab")).toBeNull();
  expect(await revisionsData(["abc", "def"])).toBeNull();
  expect(await revisionsData(undefined)).toBeNull();
});

test("who has not signed in gets nothing, and AWS is asked nothing", async () => {
  visit.cookie = "";
  const before = await emulator.requests();
  expect([await overviewData(), await pipelineData(orders), await settingsData()]).toEqual([
    null,
    null,
    null,
  ]);
  expect(await historyData(orders)).toEqual({ state: null, newest: null });
  expect(await executionData({ ...orders, id: nobodysId })).toEqual({ execution: null, presses: null });
  expect(await emulator.requests()).toEqual(before);
});

test("a page of what does not exist, or could not, is not found", async () => {
  await textOf(state, orders);
  await textOf(executions, orders);
  const notFound = { digest: expect.stringContaining("404") };
  await expect(pipelineData({ ...orders, pipeline: "orders-apy" })).rejects.toMatchObject(notFound);
  await expect(pipelineData({ ...orders, target: "nowhere" })).rejects.toMatchObject(notFound);
  await expect(pipelineData({ ...orders, pipeline: "a b" })).rejects.toMatchObject(notFound);
  await expect(historyData({ ...orders, pipeline: "orders-apy" })).rejects.toMatchObject(notFound);
  await expect(executionData({ ...orders, id: nobodysId })).rejects.toMatchObject(notFound);
  await expect(executionData({ ...orders, id: "12" })).rejects.toMatchObject(notFound);
}, 60_000);
