import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { RevisionsReply } from "@/lib/contract/revisions";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import type { Viewer } from "@/lib/domain/viewer";
import { keepExecutions } from "../store/executions";
import { ALL_SEEING } from "../testing/all-seeing";
import { configureEachTest } from "../testing/configure-each-test";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { targetWatch } from "../watch/target-watches";
import { findRevisions } from "./find-revisions";
import { listPipelines } from "./list-pipelines";

let emulator: EmulatorProcess;
let database: TestDatabase;
let names: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  emulator = await startEmulator([
    ...["--world", "scale", "--pipelines", "3", "--executions", "5", "--clock", "manual"],
  ]);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  await database.drop();
});
configureEachTest(() => [{ id: "scale", endpoint: emulator.url, requestsPerSecond: 100 }]);
beforeEach(async () => {
  names = (await listPipelines(ALL_SEEING, { limit: 10 })).items.map(({ name }) => name);
  for (const [index, pipeline] of [...names, "gone"].entries())
    await keepExecutions([{ target: "scale", pipeline, execution: carried(index) }]);
  await keepExecutions([{ target: "nowhere", pipeline: "x", execution: carried(9) }]);
});

const SHA = "7b09f1e2ab7b09f1e2ab7b09f1e2ab7b09f1e2ab";

function carried(index: number): UnplacedExecution {
  const at = new Date(Date.UTC(2026, 0, 1, index)).toISOString();
  return {
    id: `0000000${index}-0000-4000-8000-000000000000`,
    status: "Succeeded",
    startedAt: at,
    updatedAt: at,
    revisions: [
      { action: "App", id: SHA, shortId: "7b09f1e", summary: "SHOP-77: round <b>VAT</b>", author: "kaya" },
      { action: "Infra", id: "90fd1a2".padEnd(40, "0"), shortId: "90fd1a2", summary: "Other words" },
    ],
    executionType: "STANDARD",
  };
}

const find = async (q: string, viewer: Viewer = ALL_SEEING) =>
  RevisionsReply.parse(JSON.parse(JSON.stringify(await findRevisions(viewer, q))));
const pipelinesOf = (reply: RevisionsReply) =>
  reply.items.flatMap(({ places }) => places.map(({ pipeline }) => pipeline)).toSorted();

test.each([["7b09"], [SHA], ["shop-77"], ["VAT kaya"], ["round"]])(
  "%s finds the revision in every pipeline that there is",
  async (q) => {
    const reply = await find(q);
    expect(reply.items.map(({ revision }) => revision?.id)).toEqual([SHA]);
    expect(pipelinesOf(reply)).toEqual(names.toSorted());
    expect(reply.items[0]?.places[0]?.sentence.lead).toBeDefined();
    expect(reply.more).toBe(false);
  },
);

test("a pipeline is as fresh as itself: one that is denied alone says so beside others that are live", async () => {
  await emulator.control("POST", "/faults", {
    ...{ kind: "accessDenied", operation: "GetPipelineState", times: 1 },
  });
  await targetWatch("scale")?.readNow(names[0] ?? "");
  const kinds = async () => {
    const places = (await find(SHA)).items.flatMap((item) => item.places);
    return places.map(({ freshness }) => freshness.kind).toSorted();
  };
  await expect.poll(kinds).toEqual(["denied", "live", "live"]);
});

test.each([["7b0a"], ["shop-78"], ["b09f"], ["!!!"]])("%s finds nothing", async (q) => {
  expect((await find(q)).items).toEqual([]);
});

test("a ticket deep in a message finds its execution, of which each revision may be the one", async () => {
  const [pipeline = ""] = names;
  const execution = { ...carried(0), id: "0000000a-0000-4000-8000-000000000000" };
  await keepExecutions([{ target: "scale", pipeline, execution, moreWords: ["shop-123"] }]);
  const { items } = await find("shop-123");
  expect(items.map(({ revision }) => revision?.action)).toEqual(["App", "Infra"]);
});

test("a viewer finds what may be seen, and is told of no other", async () => {
  const [seen = ""] = names;
  const viewer: Viewer = {
    key: "one",
    seesAll: false,
    seesTarget: (target) => target === "scale",
    sees: (_target, pipeline) => pipeline === seen,
  };
  const reply = await find("shop-77", viewer);
  expect(pipelinesOf(reply)).toEqual([seen]);
  expect(reply.indexed.of).toBe(1);
  const nobody: Viewer = { ...viewer, key: "none", seesTarget: () => false, sees: () => false };
  expect(await find("shop-77", nobody)).toMatchObject({
    items: [],
    indexed: { known: 0, of: 0, unread: false },
  });
});

test("as long as it is not known who made each, the reply says so", async () => {
  expect((await find("no such words")).indexed.unread).toBe(true);
  await database.query("update executions set ran = '{}' where pipeline <> 'gone'");
  expect((await find("no such words")).indexed.unread).toBe(false);
});
