import { afterAll, beforeAll, expect, test } from "vitest";
import {
  GET as execution,
  POST as postExecution,
} from "@/app/api/pipelines/[target]/[pipeline]/executions/[id]/route";
import { GET as executions } from "@/app/api/pipelines/[target]/[pipeline]/executions/route";
import { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import { ExecutionList } from "@/lib/contract/execution-list";
import { Problem } from "@/lib/contract/problem";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse, type TestHouse } from "../testing/house";
import { call } from "../testing/request";
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

const params = { target: "prod-eu", pipeline: "checkout-web" };
const list = (query = "") => call(executions, { params, path: `/api${query}`, headers: { cookie } });

test("each reply is the one of its contract, and leads from the list to one execution", async () => {
  const { items } = ExecutionList.parse((await list("?limit=5")).body);
  expect(items).toHaveLength(5);
  const reply = await call(execution, { params: { ...params, id: items[0]?.id ?? "" }, headers: { cookie } });
  expect(ExecutionDetailReply.parse(reply.body).execution.summary.id).toBe(items[0]?.id);
});

test("a status may be repeated or joined by commas, and a word nobody knows finds nothing", async () => {
  const repeated = ExecutionList.parse((await list("?status=Succeeded&status=Failed")).body).items;
  const joined = ExecutionList.parse((await list("?status=Failed,Succeeded")).body).items;
  expect(repeated.map((item) => item.id)).toEqual(joined.map((item) => item.id));
  expect(new Set(joined.map((item) => item.status))).toEqual(new Set(["Succeeded", "Failed"]));
  expect(ExecutionList.parse((await list("?status=Teleported")).body).items).toEqual([]);
});

test.each([
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
  const at = (id: string, headers: Record<string, string> = { cookie }) =>
    call(execution, { params: { ...params, id }, headers });
  expect((await at("12")).status).toBe(400);
  const unknown = await at("00000000-0000-4000-8000-000000000000");
  expect([unknown.status, unknown.body.code]).toEqual([404, "execution.not-found"]);
  expect((await at("00000000-0000-4000-8000-000000000000", {})).status).toBe(401);
  expect((await call(executions, { params })).status).toBe(401);
  const posted = await call(postExecution, { method: "POST", params, headers: { cookie } });
  expect(posted.status).toBe(405);
});
