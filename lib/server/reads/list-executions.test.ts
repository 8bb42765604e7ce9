import { CodePipelineClient, StartPipelineExecutionCommand } from "@aws-sdk/client-codepipeline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ExecutionList } from "@/lib/contract/execution-list";
import { getConfig } from "../config/get-config";
import { ALL_SEEING } from "../testing/all-seeing";
import { configureEachTest } from "../testing/configure-each-test";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { listExecutions } from "./list-executions";
import { listPipelines } from "./list-pipelines";

const EXECUTIONS = 400;

let emulator: EmulatorProcess;
let path: { target: string; pipeline: string };
beforeAll(async () => {
  emulator = await startEmulator([
    ...["--world", "scale", "--pipelines", "1", "--executions", String(EXECUTIONS), "--clock", "manual"],
  ]);
}, 60_000);
afterAll(() => emulator.stop());
configureEachTest(() => [{ id: "scale", endpoint: emulator.url, requestsPerSecond: 100 }]);
beforeEach(async () => {
  const { items } = await listPipelines(ALL_SEEING, { limit: 10 });
  path = { target: "scale", pipeline: items[0]?.name ?? "" };
});
afterEach(() => emulator.control("DELETE", "/faults"));

const read = async (query: { status?: string[]; ids?: string[]; cursor?: string; limit?: number }) =>
  ExecutionList.parse(
    JSON.parse(JSON.stringify(await listExecutions(ALL_SEEING, path, { limit: 50, ...query }))),
  );

async function everyPage(query: { status?: string[]; limit?: number }, between?: () => Promise<unknown>) {
  const pages: ExecutionList[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ ...query, cursor });
    pages.push(page);
    cursor = page.nextCursor;
    if (cursor !== undefined) await between?.();
  } while (cursor !== undefined && pages.length < 500);
  return pages;
}

const idsOf = (pages: ExecutionList[]) => pages.flatMap((page) => page.items.map((item) => item.id));

test("pages put together are every execution once, newest first", async () => {
  const pages = await everyPage({ limit: 100 });
  const ids = idsOf(pages);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(EXECUTIONS);
  const starts = pages.flatMap((page) => page.items.map((item) => item.startedAt ?? ""));
  expect(starts).toEqual([...starts].sort().reverse());
});

test("none is lost or doubled while new ones start", async () => {
  const before = idsOf(await everyPage({ limit: 100 }));
  let start = 0;
  const pages = await everyPage({ limit: 30 }, async () => {
    start += 1;
    if (start > 5) return;
    const client = new CodePipelineClient({ region: "eu-west-1", endpoint: emulator.url });
    await client.send(new StartPipelineExecutionCommand({ name: path.pipeline }));
    await emulator.control("POST", "/clock", { advanceMs: 20_000 });
  });
  const ids = idsOf(pages);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(-before.length)).toEqual(before);
});

test("ten tabs at the same page cost what one costs", async () => {
  const cost = async (tabs: number) => {
    globalThis.pipedeckHistories = undefined;
    await read({});
    const second = (await read({})).nextCursor;
    const before = await emulator.requests();
    await Promise.all(Array.from({ length: tabs }, () => read({ cursor: second, limit: 100 })));
    const after = await emulator.requests();
    return (["ListPipelineExecutions", "ListActionExecutions"] as const).map(
      (operation) => (after[operation] ?? 0) - (before[operation] ?? 0),
    );
  };
  const one = await cost(1);
  expect(await cost(10)).toEqual(one);
});

describe("a status", () => {
  test("is looked for across pages, and found as often as it is there", async () => {
    const all = (await everyPage({ limit: 100 })).flatMap((page) => page.items);
    const failed = all.filter((item) => item.status === "Failed").map((item) => item.id);
    expect(failed.length).toBeGreaterThan(0);
    expect(idsOf(await everyPage({ status: ["Failed"], limit: 7 }))).toEqual(failed);
  });

  test("that nobody has is searched a few pages at a time, and the reply says how far", async () => {
    globalThis.pipedeckHistories = undefined;
    const pages = await everyPage({ status: ["Teleported"] });
    expect(idsOf(pages)).toEqual([]);
    expect(pages.at(-1)?.nextCursor).toBeUndefined();
    const searched = pages.slice(0, -1).map((page) => page.searchedTo ?? "");
    expect(searched).toEqual([...searched].sort().reverse());
  });
});

test("rows of a rare status say how far they came, however far back they are", async () => {
  globalThis.pipedeckHistories = undefined;
  const rows = (await everyPage({ status: ["Failed"], limit: 7 })).flatMap((page) => page.items);
  expect(rows.length).toBeGreaterThan(7);
  expect(rows.filter((row) => row.stages.length === 0)).toEqual([]);
  expect(rows.filter((row) => row.stages.every(({ standing }) => standing !== "Failed"))).toEqual([]);
});

test("rows that a page shows already are told as they are now, by their ids", async () => {
  const rows = (await everyPage({ limit: 100 })).flatMap((page) => page.items);
  const old = rows.slice(-3).map((row) => row.id);
  const now = await read({ ids: [...old, "nothing-like-it"] });
  expect(now.items.map((row) => row.id)).toEqual(old);
  expect(now.nextCursor).toBeUndefined();
});

describe("a cursor", () => {
  test.each([["nonsense"], ["."], ["e30.e30"], ["%00"]])("%s is refused by name", async (cursor) => {
    await expect(read({ cursor })).rejects.toMatchObject({
      code: "request.invalid",
      errors: [{ field: "query.cursor" }],
    });
  });

  test("that was changed, or is of another list, is refused by name", async () => {
    const cursor = (await read({})).nextCursor ?? "";
    const changed = `${cursor[0] === "e" ? "f" : "e"}${cursor.slice(1)}`;
    for (const wrong of [
      { cursor: changed },
      { cursor, status: ["Failed"] },
      { cursor: `${cursor}A` },
      { cursor: `${cursor}.x` },
    ]) {
      await expect(read(wrong)).rejects.toMatchObject({
        code: "request.invalid",
        errors: [{ field: "query.cursor" }],
      });
    }
  });

  test("leads on when nothing is in memory any more", async () => {
    const first = await read({ limit: 20 });
    const next = idsOf([await read({ limit: 20, cursor: first.nextCursor })]);
    globalThis.pipedeckHistories = undefined;
    expect(idsOf([await read({ limit: 20, cursor: first.nextCursor })])).toEqual(next);
  });
});

test("with pages known, AWS failing leaves them and says how old they are", async () => {
  const known = await read({});
  await emulator.control("POST", "/faults", { kind: "throttle", operation: "ListPipelineExecutions" });
  await vi.waitFor(
    async () => {
      const kept = await read({});
      expect(kept.freshness.kind).toBe("throttled");
      expect(kept.items.map((item) => item.id)).toEqual(known.items.map((item) => item.id));
    },
    { timeout: 20_000, interval: 500 },
  );
}, 30_000);

test.each([
  ["throttle", "aws.throttled"],
  ["accessDenied", "aws.denied"],
  ["malformed", "aws.malformed"],
])("with nothing known yet, %s is %s", async (kind, code) => {
  await read({});
  globalThis.pipedeckHistories = undefined;
  await emulator.control("POST", "/faults", { kind, operation: "ListPipelineExecutions" });
  await expect(read({})).rejects.toMatchObject({ code });
});

test("an unknown pipeline is 404", async () => {
  const nowhere = listExecutions(ALL_SEEING, { ...path, pipeline: "nothing-like-it" }, { limit: 5 });
  await expect(nowhere).rejects.toMatchObject({ code: "pipeline.not-found" });
  expect(getConfig().targets).toHaveLength(1);
});
