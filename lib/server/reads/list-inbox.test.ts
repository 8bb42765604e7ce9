import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as count, POST as postCount } from "@/app/api/inbox/count/route";
import { GET as inbox, POST as postInbox } from "@/app/api/inbox/route";
import { POST as approve } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/actions/[action]/approval/route";
import { InboxCount, InboxList } from "@/lib/contract/inbox";
import type { RouteHandler } from "../http/answering";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInPerson } from "../testing/session";
import { conditionOf, StageWorld } from "../testing/stage-world";
import { listInbox } from "./list-inbox";

const close: Array<() => unknown> = [];
let house: TestHouse;
/** Pipelines by what is the matter with them. */
const names = { failing: "", gated: "", stopped: "", quiet: "", signed: "", secret: "" };
const executions = { signed: "", failing: "" };
const cookies = { all: "", sign: "", nobody: "" };
const personOf = (group: string) => ({ id: group, name: "Grace Okafor", groups: [group] });

beforeAll(async () => {
  const [stages, approvals] = await Promise.all([StageWorld.start(), ApprovalWorld.start()]);
  close.push(
    () => stages.emulator.stop(),
    () => approvals.emulator.stop(),
  );
  house = await openHouse();
  names.quiet = await stages.pipeline();
  await stages.release(names.quiet);
  names.failing = await stages.pipeline();
  await stages.outcome(names.failing, "Ship", { status: "Failed", times: 1 });
  executions.failing = await stages.release(names.failing);
  names.gated = await stages.pipeline();
  await stages.closeElsewhere(names.gated);
  await stages.release(names.gated);
  names.stopped = await stages.pipeline({ beforeEntry: conditionOf("FAIL") });
  const fails = { rule: "Check", status: "Failed", durationMs: 1000 };
  await stages.emulator.control("POST", "/outcomes", { pipeline: names.stopped, ...fails });
  await stages.release(names.stopped);
  names.signed = await approvals.pipeline();
  executions.signed = await approvals.release(names.signed);
  names.secret = await approvals.pipeline();
  await approvals.release(names.secret);
  const removeConfig = writeConfig([stages.target("dev-eu"), approvals.target("sign-eu")], undefined, {
    rules: [
      { groups: ["all"], role: "operator" },
      { groups: ["sign"], role: "viewer" },
      { groups: ["sign"], role: "approver", targets: ["sign-eu"], stages: ["Sign"] },
      { groups: ["nobody"], role: "viewer", pipelines: ["nothing-*"] },
      { groups: ["gate"], role: "viewer" },
      { groups: ["gate"], role: "operator", pipelines: [names.gated] },
      { groups: ["sign"], deny: ["see"], pipelines: [names.secret, names.failing] },
    ],
  });
  close.push(removeConfig);
  for (const group of ["all", "sign", "nobody"] as const)
    cookies[group] = (await signInPerson(personOf(group))).cookie;
  await vi.waitFor(async () => expect((await read(cookies.all)).items).toHaveLength(5), 30_000);
}, 90_000);
afterAll(async () => {
  await forgetWatches();
  await house.close();
  for (const each of close) await each();
});

const get = (route: RouteHandler, cookie: string, headers = {}) =>
  call(route, { headers: { cookie, ...headers } });
const read = async (cookie: string) => InboxList.parse((await get(inbox, cookie)).body);
const counted = async (cookie: string) => InboxCount.parse((await get(count, cookie)).body);

test("all that needs a person is there, worst first, with the lines it is on", async () => {
  const { items, rows, counts, freshness, versions } = await read(cookies.all);
  expect(items.map(({ kind, pipeline, stage }) => [kind, pipeline, stage])).toEqual([
    ["failure", names.failing, "Deploy"],
    expect.arrayContaining(["approval", "Sign"]),
    expect.arrayContaining(["approval", "Sign"]),
    ["condition", names.stopped, "Deploy"],
    ["gate", names.gated, "Deploy"],
  ]);
  expect(items[0]).toMatchObject({
    title: "Ship failed in Deploy",
    executionId: executions.failing,
    since: expect.any(String),
  });
  const [first, second] = items.filter(({ kind }) => kind === "approval");
  expect(new Set([first?.pipeline, second?.pipeline])).toEqual(new Set([names.signed, names.secret]));
  expect(Date.parse(first?.deadlineAt ?? "")).toBeLessThanOrEqual(Date.parse(second?.deadlineAt ?? ""));
  expect(items.find(({ kind }) => kind === "condition")?.title).toBe("Rule Check was not met for Deploy");
  expect(items.find(({ kind }) => kind === "gate")?.text).toMatch(/closed by hand; \w+ waits$/);
  expect(rows.map(({ name }) => name).sort()).toEqual(
    [...new Set(items.map(({ pipeline }) => pipeline))].sort(),
  );
  expect(counts).toEqual({ mine: 5, all: 5 });
  expect(Object.keys(freshness)).toEqual(["dev-eu", "sign-eu"]);
  expect(Object.keys(versions)).toEqual(["dev-eu", "sign-eu"]);
});

describe("who may do less", () => {
  test("is told of nothing that is hidden, and of each of the rest whether they may settle it, and why not", async () => {
    const reply = await get(inbox, cookies.sign);
    expect(JSON.stringify(reply.body)).not.toContain(names.secret);
    expect(JSON.stringify(reply.body)).not.toContain(names.failing);
    const { items, counts } = InboxList.parse(reply.body);
    expect(items.map(({ pipeline, may }) => [pipeline, may.allowed])).toEqual([
      [names.signed, true],
      [names.stopped, false],
      [names.gated, false],
    ]);
    expect(items[2]?.may).toMatchObject({ why: expect.stringMatching(/^Opening a transition needs a rule/) });
    expect(counts).toEqual({ mine: 1, all: 3 });
  });

  test("counts by the same rules", async () => {
    expect(await counted(cookies.all)).toMatchObject({ counts: { mine: 5, all: 5 } });
    const { mine, counts } = await counted(cookies.sign);
    expect(counts).toEqual({ mine: 1, all: 3 });
    expect(mine).toMatchObject([
      { target: "sign-eu", pipeline: names.signed, title: expect.stringMatching(/^Approve/) },
    ]);
  });

  test("of more than are listed, what one may settle is there before what is worse, and the rest is counted", async () => {
    const list = InboxList.parse(await listInbox(personOf("gate"), 0, 2));
    expect(list.items.map(({ kind }) => kind)).toEqual(["failure", "gate"]);
    expect(list).toMatchObject({ leftOut: 3, counts: { mine: 1, all: 5 } });
    expect(list.rows.map(({ name }) => name).sort()).toEqual([names.failing, names.gated].sort());
    expect(await listInbox(personOf("gate"), 0, 5)).not.toHaveProperty("leftOut");
  });

  test("who sees no pipeline there is has an empty inbox", async () => {
    expect(await read(cookies.nobody)).toMatchObject({ items: [], rows: [] });
    expect((await counted(cookies.nobody)).counts).toEqual({ mine: 0, all: 0 });
  });
});

test("what has not changed is not sent again; an answer of others is nobody's", async () => {
  for (const route of [inbox, count]) {
    await vi.waitFor(async () => {
      const tag = String((await get(route, cookies.all)).headers.get("etag"));
      const again = await get(route, cookies.all, { "if-none-match": tag });
      expect(again.status).toBe(304);
      expect(again.headers.get("x-pipedeck-now")).toMatch(/Z$/);
      expect((await get(route, cookies.sign, { "if-none-match": tag })).status).toBe(200);
    });
  }
});

test("without a session it is 401; other methods and parameters are refused by name", async () => {
  for (const route of [inbox, count]) expect((await call(route)).status).toBe(401);
  for (const route of [postInbox, postCount])
    expect((await call(route, { method: "POST", headers: { cookie: cookies.all } })).status).toBe(405);
  const wrong = await call(inbox, { path: "/api/inbox?colour=red", headers: { cookie: cookies.all } });
  expect(wrong.body).toMatchObject({ code: "request.invalid", errors: [{ field: "query.colour" }] });
});

test("an approval that is answered is in nobody's inbox any more", async () => {
  const item = (await read(cookies.sign)).items.find(({ kind }) => kind === "approval");
  const params = { target: "sign-eu", pipeline: names.signed, stage: "Sign", action: "Ask" };
  const body = JSON.stringify({ executionId: item?.executionId, result: "Approved", summary: "seen" });
  const headers = pressHeaders(cookies.sign, newId());
  expect((await call(approve, { method: "POST", params, headers, body })).body).toMatchObject({
    receipt: { state: "accepted", executionId: executions.signed },
  });
  await vi.waitFor(async () => {
    expect((await counted(cookies.sign)).counts).toEqual({ mine: 0, all: 2 });
    expect((await read(cookies.all)).items.map(({ id }) => id)).not.toContain(item?.id);
  }, 20_000);
});
