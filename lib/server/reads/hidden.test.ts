import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as access } from "@/app/api/access/route";
import { GET as live } from "@/app/api/live/route";
import { POST as stop } from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/stop/route";
import { GET as state } from "@/app/api/pipelines/[target]/[pipeline]/state/route";
import { GET as pipelines } from "@/app/api/pipelines/route";
import { GET as receipt } from "@/app/api/receipts/[id]/route";
import { GET as receipts } from "@/app/api/receipts/route";
import { GET as targets } from "@/app/api/targets/route";
import { PipelineList } from "@/lib/contract/pipeline";
import { ReceiptList } from "@/lib/contract/receipt";
import { TargetList } from "@/lib/contract/target";
import type { RouteHandler } from "../http/answering";
import { newId } from "../new-id";
import { recordReceipt } from "../store/receipt-steps";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { LiveReader } from "../testing/live-reader";
import { prodEu } from "../testing/prod-eu";
import { call, pressHeaders, toRequest } from "../testing/request";
import { signInPerson } from "../testing/session";

const PERMISSIONS = {
  rules: [
    { groups: ["all"], role: "operator" },
    { groups: ["shop"], role: "operator", targets: ["prod-*"], pipelines: ["checkout-*", "orders-*"] },
    { groups: ["shop"], deny: ["see"], pipelines: ["orders-*"] },
    { groups: ["signs"], role: "approver", targets: ["prod-eu"] },
    { groups: ["signs"], deny: ["see"], pipelines: ["orders-*"] },
  ],
};

let emulator: EmulatorProcess;
let house: TestHouse;
let removeConfig: () => void;
const cookies = { all: "", shop: "", shopToo: "", signs: "" };
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
  house = await openHouse();
  removeConfig = writeConfig(
    [prodEu(emulator, { requestsPerSecond: 100 }), { id: "dev-eu", endpoint: emulator.url }],
    undefined,
    PERMISSIONS,
  );
  const signIn = async (...groups: string[]) =>
    (await signInPerson({ id: groups.join("+"), name: "Grace Okafor", groups })).cookie;
  cookies.all = await signIn("all");
  cookies.shop = await signIn("shop");
  cookies.signs = await signIn("signs");
  cookies.shopToo = await signIn("other", "shop");
  for (const pipeline of ["checkout-web", "orders-api", "gone-web"])
    for (const target of ["prod-eu", "dev-eu"]) await recordReceipt(pressed(target, pipeline));
  await list(cookies.all);
}, 60_000);
afterAll(async () => {
  await forgetWatches();
  removeConfig();
  await house.close();
  await emulator.stop();
});

function pressed(target: string, pipeline: string, id = newId()) {
  const person = { id: "u-1", name: "Grace Okafor" };
  const recordedAtMs = Date.parse("2026-11-21T03:12:09Z");
  const precondition = `stop/${id}`;
  const sessionId = newId();
  return {
    id,
    verb: "stop" as const,
    target,
    pipeline,
    precondition,
    person,
    sessionId,
    requestHash: "",
    recordedAtMs,
  };
}

async function get(route: RouteHandler, cookie: string, path = "/", params: Record<string, string> = {}) {
  return call(route, { path, params, headers: { cookie } });
}

async function list(cookie: string): Promise<PipelineList> {
  return PipelineList.parse((await get(pipelines, cookie)).body);
}

test("lists hold what may be seen alone, and are filtered before they are cut into pages", async () => {
  const seen = await list(cookies.shop);
  expect(seen.items.map(({ target, name }) => [target, name])).toEqual([["prod-eu", "checkout-web"]]);
  expect(Object.keys(seen.versions)).toEqual(["prod-eu"]);
  expect(Object.keys(seen.freshness)).toEqual(["prod-eu"]);
  const page = PipelineList.parse((await get(pipelines, cookies.shop, "/?limit=1")).body);
  expect([page.items.length, page.nextCursor]).toEqual([1, undefined]);
  const known = TargetList.parse((await get(targets, cookies.shop)).body);
  expect(known.items.map(({ id, pipelines: count }) => [id, count])).toEqual([["prod-eu", 1]]);
  expect((await list(cookies.all)).items.length).toBeGreaterThan(10);
});

test("receipts of what is hidden are in no list, under no filter and under no id", async () => {
  const of = async (cookie: string, query = "") =>
    ReceiptList.parse((await get(receipts, cookie, `/?${query}`)).body).items.map(
      (one) => `${one.target}/${one.pipeline}`,
    );
  expect(await of(cookies.all)).toHaveLength(6);
  expect(await of(cookies.shop)).toEqual(["prod-eu/checkout-web"]);
  expect(await of(cookies.shop, "target=prod-eu&pipeline=orders-api")).toEqual([]);
  expect(await of(cookies.shop, "target=dev-eu")).toEqual([]);
  expect(await of(cookies.shop, "target=prod-eu&pipeline=checkout-web")).toEqual(["prod-eu/checkout-web"]);
  const hidden = newId();
  await recordReceipt(pressed("prod-eu", "orders-api", hidden));
  const other = newId();
  const [one, none] = [
    await get(receipt, cookies.shop, "/", { id: hidden }),
    await get(receipt, cookies.shop, "/", { id: other }),
  ];
  expect([one.status, none.status]).toEqual([404, 404]);
  const words = (body: unknown) => JSON.stringify({ ...Object(body), requestId: "" });
  expect(words(one.body).replace(hidden, other)).toBe(words(none.body));
});

test("the stream names nothing that is hidden", async () => {
  const request = toRequest({ path: "/api/live?since=prod-eu.0", headers: { cookie: cookies.shop } });
  const reader = new LiveReader((await live(request, { params: Promise.resolve({}) })).body);
  await reader.next();
  await reader.leave();
  expect(reader.wire).toMatch(/prod-eu/);
  expect(reader.wire).not.toMatch(/orders-api|dev-eu/);
});

describe("an entity tag", () => {
  test("is one of who may see the same, and no other's", async () => {
    const tag = async (cookie: string) => (await get(pipelines, cookie)).headers.get("etag") ?? "";
    expect(await tag(cookies.shop)).toBe(await tag(cookies.shopToo));
    expect(await tag(cookies.shop)).not.toBe(await tag(cookies.all));
    const checkout = { target: "prod-eu", pipeline: "checkout-web" };
    const whole = (await get(state, cookies.all, "/", checkout)).headers.get("etag");
    const headers = { cookie: cookies.shop, "if-none-match": String(whole) };
    expect((await call(state, { params: checkout, headers })).status).toBe(200);
  });
});

test("what is hidden cannot be pressed, and is not said to be there", async () => {
  const press = async (target: string, pipeline: string, cookie = cookies.shop, reason = "no") => {
    const params = { target, pipeline, id: newId() };
    const body = JSON.stringify({ abandon: false, reason });
    const headers = pressHeaders(cookie, newId());
    const reply = await call(stop, { method: "POST", params, headers, body });
    const text = JSON.stringify({ ...reply.body, requestId: "" });
    return [reply.status, text.replaceAll(pipeline, "P").replaceAll(target, "T")];
  };
  const absent = await press("prod-eu", "nothing-here");
  expect(absent[0]).toBe(404);
  expect(await press("prod-eu", "orders-api")).toEqual(absent);
  expect(await press("dev-eu", "checkout-web")).toEqual(await press("dev-us", "checkout-web"));
  // Somebody who may not press it were it there, and a press that is wrong in itself.
  expect(await press("prod-eu", "orders-api", cookies.signs)).toEqual(absent);
  expect(await press("prod-eu", "nothing-here", cookies.signs)).toEqual(absent);
  expect((await press("prod-eu", "checkout-web", cookies.signs))[0]).toBe(403);
  const wrong = await press("prod-eu", "nothing-here", cookies.signs, "");
  expect(wrong[0]).toBe(400);
  expect(await press("prod-eu", "orders-api", cookies.signs, "")).toEqual(wrong);
});

test("who asks what they may do is told nothing of what they may not see", async () => {
  const at = async (pipeline: string) => get(access, cookies.shop, `/?target=prod-eu&pipeline=${pipeline}`);
  expect((await at("orders-api")).status).toBe(404);
  const reply = await at("checkout-web");
  expect(reply.body).toMatchObject({
    at: { verbs: { stop: { allowed: true, rule: { path: "permissions.rules[1]" } } } },
  });
  expect(JSON.stringify((await get(access, cookies.shop)).body)).not.toContain("rules[2]");
});
