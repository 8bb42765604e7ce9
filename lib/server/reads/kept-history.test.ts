import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ExecutionList } from "@/lib/contract/execution-list";
import { listExecutionPage } from "../codepipeline/list-pipeline-executions";
import { getConfig } from "../config/get-config";
import { keepExecutions } from "../store/executions";
import { ALL_SEEING } from "../testing/all-seeing";
import { configureEachTest } from "../testing/configure-each-test";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { HistoryIndex } from "../watch/history-index";
import { exportExecutions } from "./export-executions";
import { type HistoryQuery, listExecutions } from "./list-executions";
import { listPipelines } from "./list-pipelines";

let emulator: EmulatorProcess;
let database: TestDatabase;
let path: { target: string; pipeline: string };
beforeAll(async () => {
  database = await createTestDatabase();
  emulator = await startEmulator([
    ...["--world", "scale", "--pipelines", "1", "--executions", "300", "--clock", "manual"],
  ]);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  await database.drop();
});
configureEachTest(() => [{ id: "scale", endpoint: emulator.url, requestsPerSecond: 100 }]);
beforeEach(async () => {
  const { items } = await listPipelines(ALL_SEEING, { limit: 10 });
  path = { target: "scale", pipeline: items[0]?.name ?? "" };
  await database.query("delete from executions");
  await database.query("delete from indexed_pipelines");
  globalThis.pipedeckHistories = undefined;
});

const read = async (query: Omit<HistoryQuery, "limit"> & { limit?: number }) =>
  ExecutionList.parse(
    JSON.parse(JSON.stringify(await listExecutions(ALL_SEEING, path, { limit: 50, ...query }))),
  );

async function everyId(query: Omit<HistoryQuery, "limit">): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 200; pages += 1) {
    const page = await read({ ...query, cursor, limit: 30 });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    if (cursor === undefined) return ids;
  }
  throw new Error("the pages do not end");
}

/** Has everything kept that AWS has, with who made it where that is asked for, or only the newest page of it. */
async function keep({ all, details }: { all: boolean; details?: boolean }): Promise<void> {
  const [target] = getConfig().targets;
  if (!target) throw new Error("there is a target");
  const index = new HistoryIndex(target, () => ({ keepMonths: 1200, readPast: true }));
  index.start();
  index.heard(path.pipeline, await listExecutionPage(target, path.pipeline));
  if (all) await index.settled({ details });
  else
    await vi.waitFor(async () =>
      expect(await database.query("select 1 from indexed_pipelines")).toHaveLength(1),
    );
  index.stop();
}

test("a filter finds the same in what is kept, in part of it, and in AWS's list", async () => {
  const filters = [
    { status: ["Failed"] },
    { status: ["Failed", "Stopped"], to: "2100-01-01T00:00:00.000Z" },
    { q: (await read({ limit: 60 })).items.at(-1)?.id },
    { revision: (await read({ limit: 60 })).items.at(-1)?.revisions[0]?.id.slice(0, 8) },
    { status: ["Teleported"] },
  ];
  const listed = await Promise.all(filters.map(everyId));
  expect(listed.map((ids) => ids.length > 0)).toEqual([true, true, true, true, false]);
  await keep({ all: false });
  expect(await Promise.all(filters.map(everyId))).toEqual(listed);
  await database.query("update indexed_pipelines set complete = false");
  await keep({ all: true });
  expect(await Promise.all(filters.map(everyId))).toEqual(listed);
  expect((await read({ status: ["Failed"] })).index).toMatchObject({ complete: true, keepMonths: 36 });
}, 60_000);

test("a filter is answered from what is kept without asking AWS", async () => {
  await keep({ all: true });
  await read({ status: ["Failed"] });
  const before = await emulator.requests();
  await read({ status: ["Stopped"] });
  await read({ q: "a", author: "b" });
  const after = await emulator.requests();
  expect(after.ListPipelineExecutions).toBe(before.ListPipelineExecutions);
  expect(after.ListActionExecutions).toBe(before.ListActionExecutions);
});

test("who asks for people or words is told of how many it is not known yet who made them", async () => {
  await keep({ all: true });
  await database.query("update executions set ran = null");
  const counted = await database.query(
    "select 1 from executions where status not in ('InProgress', 'Stopping')",
  );
  for (const query of [{ q: "nobody" }, { author: "nobody" }])
    expect((await read(query)).index?.unread).toBe(counted.length);
  expect((await read({ status: ["Failed"] })).index?.unread).toBeUndefined();
  await keep({ all: true, details: true });
  expect((await read({ author: "nobody" })).index).not.toHaveProperty("unread");
}, 30_000);

test("what AWS has forgotten stays behind the end of its list", async () => {
  await keep({ all: true });
  const old = {
    id: "11111111-0000-4000-8000-000000000000",
    status: "Succeeded",
    startedAt: "2001-01-01T00:00:00.000Z",
    updatedAt: "2001-01-01T00:01:00.000Z",
    revisions: [],
    executionType: "STANDARD",
  };
  await keepExecutions([{ ...path, execution: old }]);
  const ids = await everyId({});
  expect(ids.at(-1)).toBe(old.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(301);
});

test("all that matches is exported, from what is kept as from AWS's list", async () => {
  const lines = async (query: Omit<HistoryQuery, "limit">) =>
    (await exportExecutions(ALL_SEEING, path, { limit: 50, ...query })).trimEnd().split("\r\n");
  const [head, ...failed] = await lines({ status: ["Failed"] });
  expect(head).toMatch(/^"executionId","status",/);
  expect(failed.every((line) => line.includes('"Failed"'))).toBe(true);
  await keep({ all: true });
  const kept = await lines({ status: ["Failed"] });
  expect(kept.slice(1).map((line) => line.split(",")[0])).toEqual(failed.map((line) => line.split(",")[0]));
  expect((await lines({})).length).toBeGreaterThanOrEqual(301);
});
