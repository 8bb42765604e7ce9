import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { isInFlight } from "@/lib/domain/in-flight";
import { type AwsExecutionSummary, listExecutionPage } from "../codepipeline/list-pipeline-executions";
import { listPipelines } from "../codepipeline/list-pipelines";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { searchExecutions } from "../store/execution-search";
import { reachesOf } from "../store/indexed-pipelines";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { giveAmpleBudget } from "../testing/give-ample-budget";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { HistoryIndex } from "./history-index";

const PIPELINES = 3;
const EXECUTIONS = 250;
/** More than are looked at while all pages are read. */
const DOUBTED = 300;

let database: TestDatabase;
let emulator: EmulatorProcess;
let names: string[];
/** Everything AWS has, by pipeline. */
let all: Map<string, string[]>;
/** Of those of a pipeline all but the newest 100 come with further pages. */
let olderPages: number;
beforeAll(async () => {
  stubAwsKeys();
  database = await createTestDatabase();
  const sizes = ["--pipelines", String(PIPELINES), "--executions", String(EXECUTIONS)];
  emulator = await startEmulator(["--world", "scale", ...sizes, "--clock", "manual"]);
  names = (await listPipelines(targetOf("names"))).flatMap(({ name }) => name ?? []);
  all = new Map();
  for (const name of names) all.set(name, (await listed(name)).toSorted());
  const pages = [...all.values()].map((ids) => Math.ceil(ids.length / 100) - 1);
  olderPages = pages.reduce((sum, count) => sum + count, 0);
  expect(olderPages).toBeGreaterThan(1);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  await database.drop();
});

function targetOf(id: string): TargetConfig {
  const target = {
    id,
    name: "Test",
    account: "111122223333",
    region: "eu-west-1",
    endpoint: emulator.url,
    include: [],
    exclude: [],
  };
  giveAmpleBudget(target);
  return target;
}

let target: TargetConfig;
const running: HistoryIndex[] = [];
beforeEach(() => {
  stubAwsKeys();
  target = targetOf(`t-${newId()}`);
});
afterEach(() => {
  for (const index of running.splice(0)) index.stop();
});

function begin(keepMonths = 36): HistoryIndex {
  const index = new HistoryIndex(target, () => ({ keepMonths, readPast: true }));
  running.push(index);
  index.start();
  return index;
}

/** As the watch does when it lists the executions of a pipeline. */
async function hear(index: HistoryIndex): Promise<void> {
  for (const name of names) index.heard(name, await listExecutionPage(target, name));
}

async function kept(pipeline: string): Promise<string[]> {
  const found = await searchExecutions({ target: target.id, pipeline }, {}, { limit: 10_000 });
  return found.items.map(({ execution }) => execution.id);
}

async function listed(pipeline: string): Promise<string[]> {
  const items: AwsExecutionSummary[] = [];
  let token: string | undefined;
  do {
    const page = await listExecutionPage(targetOf("lists"), pipeline, token);
    items.push(...page.items);
    token = page.nextToken;
  } while (token !== undefined);
  return items.flatMap(({ pipelineExecutionId }) => pipelineExecutionId ?? []);
}

async function expectAll(): Promise<void> {
  for (const name of names) expect((await kept(name)).toSorted()).toEqual(all.get(name));
}

const asked = async () => (await emulator.requests()).ListPipelineExecutions ?? 0;

it("every execution that AWS has is kept, at one request for each page behind the first", async () => {
  const index = begin();
  await hear(index);
  const before = await asked();
  await index.settled();
  expect((await asked()) - before).toBe(olderPages);
  await expectAll();
  const reaches = await reachesOf(target.id);
  expect([...reaches.values()].map(({ complete }) => complete)).toEqual(names.map(() => true));
}, 30_000);

it("the past is read while many executions that go on are looked at", async () => {
  const index = begin();
  const looks = async () => (await emulator.requests()).GetPipelineExecution ?? 0;
  const before = await looks();
  for (let count = 0; count < DOUBTED; count += 1)
    index.doubt(names[0] ?? "", {
      id: newId(),
      status: "InProgress",
      executionType: "STANDARD",
      revisions: [],
    });
  await hear(index);
  await index.settled();
  expect((await looks()) - before).toBeLessThan(DOUBTED);
  await expectAll();
}, 30_000);

it("another process reads on where one stopped, and asks for no page again", async () => {
  const first = begin();
  await hear(first);
  const before = await asked();
  const haveSome = async () => [...(await reachesOf(target.id)).values()].filter(({ complete }) => complete);
  await expect.poll(async () => (await haveSome()).length, { timeout: 10_000 }).toBeGreaterThan(0);
  first.stop();
  const second = begin();
  await second.settled();
  const cost = (await asked()) - before;
  // The page under way when it stopped may be read twice.
  expect(cost).toBeLessThanOrEqual(olderPages + 1);
  await expectAll();
  const third = begin();
  const after = await asked();
  await third.settled();
  expect(await asked()).toBe(after);
}, 30_000);

it("who made a change, and how far it came, is read of every execution that has ended", async () => {
  const index = begin();
  await hear(index);
  await index.settled({ details: true });
  for (const name of names) {
    const place = { target: target.id, pipeline: name };
    const found = await searchExecutions(place, {}, { limit: 10_000 });
    const ended = found.items.filter(({ execution }) => !isInFlight(execution.status));
    expect(ended.filter(({ ran }) => ran === undefined || ran.size === 0)).toEqual([]);
    const failed = ended.filter(({ execution }) => execution.status === "Failed");
    for (const { ran } of failed) expect([...(ran?.values() ?? [])]).toContain("Failed");
  }
  const before = await emulator.requests();
  const again = begin();
  await again.settled({ details: true });
  expect((await emulator.requests()).ListActionExecutions).toBe(before.ListActionExecutions);
}, 60_000);

it("where AWS takes the way back no more, it is begun anew", async () => {
  const first = begin();
  await hear(first);
  await first.settled();
  first.stop();
  await database.query("update indexed_pipelines set next_token = 'x', complete = false where target = $1", [
    target.id,
  ]);
  await database.query("delete from executions where target = $1", [target.id]);
  const second = begin();
  await second.settled();
  await expectAll();
}, 30_000);

it("what is older than it is to be kept is not read, and goes", async () => {
  const first = begin();
  await hear(first);
  await first.settled();
  first.stop();
  const [name = ""] = names;
  const place = { target: target.id, pipeline: name };
  const before = await searchExecutions(place, {}, { limit: 10_000 });
  await database.query(
    "update executions set started_at = started_at - interval '3 years' where target = $1 and id = any($2)",
    [target.id, before.items.slice(100).map(({ execution }) => execution.id)],
  );
  const second = begin(12);
  await second.settled();
  await expect.poll(async () => (await kept(name)).length, { timeout: 10_000 }).toBe(100);
}, 30_000);

it("of a pipeline that was deleted what is kept is all there is, and AWS is asked for no more", async () => {
  await database.query(
    `insert into indexed_pipelines (target, pipeline, newest_at, back_to, complete) values
     ($1, 'deleted', now() - interval '1 day', now() - interval '2 days', false)`,
    [target.id],
  );
  await database.query(
    `insert into executions (target, pipeline, id, started_at, status, execution_type)
     values ($1, 'deleted', 'e1', now() - interval '1 day', 'Succeeded', 'STANDARD')`,
    [target.id],
  );
  const index = begin();
  const reach = async () => (await reachesOf(target.id)).get("deleted");
  await expect.poll(async () => (await reach())?.complete, { timeout: 10_000 }).toBe(true);
  await index.settled({ details: true });
  expect(await kept("deleted")).toEqual(["e1"]);
  expect(await reach()).toMatchObject({ nextToken: null, backToMs: expect.any(Number) });
}, 30_000);
