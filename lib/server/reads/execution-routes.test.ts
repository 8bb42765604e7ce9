import { afterAll, beforeAll, expect, test } from "vitest";
import {
  GET as execution,
  POST as postExecution,
} from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/route";
import { GET as executions } from "@/app/api/pipelines/[target]/[pipeline]/executions/route";
import { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import { ExecutionList } from "@/lib/contract/execution-list";
import { Problem } from "@/lib/contract/problem";
import { openProdEuHouse, type ProdEuHouse } from "../testing/prod-eu-house";
import { call, toRequest } from "../testing/request";

let house: ProdEuHouse;
beforeAll(async () => {
  house = await openProdEuHouse();
}, 60_000);
afterAll(() => house.close());

const params = { target: "prod-eu", pipeline: "checkout-web" };
const list = (query = "") =>
  call(executions, { params, path: `/api${query}`, headers: { cookie: house.cookie } });

test("each reply is the one of its contract, and leads from the list to one execution", async () => {
  const { items } = ExecutionList.parse((await list("?limit=5")).body);
  expect(items).toHaveLength(5);
  const reply = await call(execution, {
    params: { ...params, id: items[0]?.id ?? "" },
    headers: { cookie: house.cookie },
  });
  expect(ExecutionDetailReply.parse(reply.body).execution.summary.id).toBe(items[0]?.id);
});

test("a status may be repeated or joined by commas, and a word nobody knows finds nothing", async () => {
  const repeated = ExecutionList.parse((await list("?status=Succeeded&status=Failed")).body).items;
  const joined = ExecutionList.parse((await list("?status=Failed,Succeeded")).body).items;
  expect(repeated.map((item) => item.id)).toEqual(joined.map((item) => item.id));
  expect(new Set(joined.map((item) => item.status))).toEqual(new Set(["Succeeded", "Failed"]));
  expect(ExecutionList.parse((await list("?status=Teleported")).body).items).toEqual([]);
});

test("as comma-separated values come the executions that the same query lists", async () => {
  const { items } = ExecutionList.parse((await list("?limit=3")).body);
  const ids = items.map(({ id }) => id).join(",");
  for (const query of [`?ids=${ids}`, "?succeededInStage=Source", "?status=failed"]) {
    const listed: string[] = [];
    for (let cursor = ""; ; ) {
      const page = ExecutionList.parse((await list(query + cursor)).body);
      listed.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === undefined) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    const reply = await executions(
      toRequest({ path: `/api${query}`, headers: { cookie: house.cookie, accept: "text/csv" } }),
      { params: Promise.resolve(params) },
    );
    const lines = (await reply.text()).trimEnd().split("\r\n").slice(1);
    expect(
      lines.map((line) => line.split(",")[0]?.replaceAll('"', "")),
      query,
    ).toEqual(listed);
    expect(listed.length, query).toBeGreaterThan(0);
  }
});

test.each([
  ["?ids=a&status=Failed", "query.ids"],
  ["?succeededInStage=Deploy&q=x", "query.succeededInStage"],
  ["?succeededInStage=Deploy&ids=a", "query.ids"],
  ["?limit=0", "query.limit"],
  ["?limit=101", "query.limit"],
  ["?limit=5&limit=6", "query.limit"],
  ["?cursor=x", "query.cursor"],
  ["?cursor=", "query.cursor"],
  ["?status=", "query.status"],
  ["?status=a%20b", "query.status"],
  ["?colour=red", "query.colour"],
])("%s is refused by name", async (query, field) => {
  const reply = await list(query);
  expect(reply.status).toBe(400);
  expect(Problem.parse(reply.body).errors?.[0]?.field).toBe(field);
});

test("an id that is none is 400, an unknown one 404, no session 401, another method 405", async () => {
  const at = (id: string, headers: Record<string, string> = { cookie: house.cookie }) =>
    call(execution, { params: { ...params, id }, headers });
  expect((await at("12")).status).toBe(400);
  const unknown = await at("00000000-0000-4000-8000-000000000000");
  expect([unknown.status, unknown.body.code]).toEqual([404, "execution.not-found"]);
  expect((await at("00000000-0000-4000-8000-000000000000", {})).status).toBe(401);
  expect((await call(executions, { params })).status).toBe(401);
  const posted = await call(postExecution, { method: "POST", params, headers: { cookie: house.cookie } });
  expect(posted.status).toBe(405);
});
