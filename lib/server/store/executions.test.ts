import { afterAll, beforeAll, expect, it } from "vitest";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { executionsWithin, keepExecutions } from "./executions";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const AT = "2026-11-21T03:00:00.000Z";
const LATER = "2026-11-21T04:00:00.000Z";

function execution(id: string, more: Partial<UnplacedExecution> = {}): UnplacedExecution {
  return {
    id,
    status: "InProgress",
    startedAt: AT,
    updatedAt: AT,
    revisions: [{ action: "App", id: "a1", shortId: "a1", summary: '“Ä” \u0001 {},"\\' }],
    trigger: { type: "Webhook", text: "push", by: "s.ferreira" },
    executionType: "STANDARD",
    ...more,
  };
}

const place = (pipeline: string) => ({ target: "t", pipeline });
const all = async (pipeline: string) =>
  (await executionsWithin(place(pipeline), { from: AT, to: LATER, ids: [] })).map(
    ({ execution: one }) => one,
  );

it("an execution comes back as it was kept", async () => {
  await keepExecutions([
    { ...place("one"), execution: execution("x", { rollbackOf: "y", stopReason: "why" }) },
  ]);
  expect(await all("one")).toEqual([execution("x", { rollbackOf: "y", stopReason: "why" })]);
});

it("what AWS changed later replaces what was kept; what is older does not, nor twice in one statement", async () => {
  const done = execution("x", { status: "Succeeded", updatedAt: LATER });
  await keepExecutions([
    { ...place("two"), execution: execution("x") },
    { ...place("two"), execution: done },
  ]);
  await keepExecutions([{ ...place("two"), execution: execution("x") }]);
  expect(await all("two")).toEqual([done]);
});

it("a span has those that started in it, newest first, and those asked for by id", async () => {
  const rows = [
    execution("before", { startedAt: "2026-11-20T00:00:00.000Z" }),
    execution("a"),
    execution("b", { startedAt: LATER }),
    execution("nameless", { startedAt: undefined, updatedAt: undefined }),
  ];
  await keepExecutions(rows.map((one) => ({ ...place("three"), execution: one })));
  const span = { from: AT, to: LATER, ids: ["before"] };
  const within = await executionsWithin(place("three"), span);
  expect(within.map(({ execution: { id } }) => id)).toEqual(["b", "a", "before"]);
  expect(await all("nobody")).toEqual([]);
});

it("when it was in each stage is kept with how far it came, and learnt of one that was kept without", async () => {
  const row = { ...place("four"), execution: execution("x", { status: "Succeeded" }) };
  const ran = { Beta: "Succeeded" };
  const kept = async () => (await executionsWithin(place("four"), { from: AT, to: LATER, ids: [] }))[0];
  await keepExecutions([{ ...row, ran }]);
  expect(await kept()).toMatchObject({ ran: new Map([["Beta", "Succeeded"]]) });
  expect((await kept())?.ended).toBeUndefined();
  await keepExecutions([{ ...row, ran, ended: { Beta: AT } }]);
  await keepExecutions([row]);
  expect((await kept())?.ended).toEqual(new Map([["Beta", AT]]));
  await keepExecutions([{ ...row, execution: { ...row.execution, updatedAt: LATER } }]);
  expect((await kept())?.ended).toBeUndefined();
});
