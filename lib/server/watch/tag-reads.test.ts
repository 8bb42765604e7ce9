import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { listPipelines } from "../codepipeline/list-pipelines";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { keptTags } from "../store/pipeline-tags";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { giveAmpleBudget } from "../testing/give-ample-budget";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { TagReads } from "./tag-reads";

const PIPELINES = 12;

let database: TestDatabase;
let emulator: EmulatorProcess;
let names: string[];
beforeAll(async () => {
  stubAwsKeys();
  database = await createTestDatabase();
  emulator = await startEmulator([
    ...["--world", "scale", "--pipelines", String(PIPELINES), "--executions", "1"],
    ...["--clock", "manual"],
  ]);
  names = (await listPipelines(targetOf("names"))).flatMap(({ name }) => name ?? []);
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
let there: string[];
const running: TagReads[] = [];
beforeEach(() => {
  stubAwsKeys();
  target = targetOf(`t-${newId()}`);
  there = names;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((reads) => reads.stop()));
  await emulator.control("DELETE", "/faults");
});

async function settled(): Promise<void> {
  const reads = new TagReads(target, () => there);
  running.push(reads);
  reads.start();
  await reads.settled();
}

async function asked(): Promise<number> {
  return (await emulator.requests()).ListTagsForResource ?? 0;
}

it("the tags of each pipeline are read once and kept, for the next start and for other processes", async () => {
  const before = await asked();
  await settled();
  expect(await asked()).toBe(before + PIPELINES);
  const kept = await keptTags(target.id);
  expect(kept.map(({ pipeline }) => pipeline)).toEqual(names.toSorted());
  expect(kept.every(({ tags }) => Object.keys(tags ?? {}).join() === "area")).toBe(true);
  await settled();
  expect(await asked()).toBe(before + PIPELINES);
});

it("a pipeline that came is read, one that vanished is forgotten", async () => {
  there = names.slice(1);
  await settled();
  there = names.slice(0, -1);
  const before = await asked();
  await settled();
  expect(await asked()).toBe(before + 1);
  expect((await keptTags(target.id)).map(({ pipeline }) => pipeline)).toEqual(there.toSorted());
});

it("a permission that is missing is kept by its name, and not asked for again pipeline by pipeline", async () => {
  await emulator.control("POST", "/faults", { kind: "accessDenied", operation: "ListTagsForResource" });
  const before = await asked();
  await settled();
  expect(await asked()).toBe(before + 3);
  const kept = await keptTags(target.id);
  expect(kept).toHaveLength(3);
  expect(kept[0]).toMatchObject({
    tags: null,
    denied: { permission: "codepipeline:ListTagsForResource" },
  });
});

it("tags that were known stay when they may not be read any more", async () => {
  await settled();
  await database.query("update pipeline_tags set read_at = now() - interval '5 hours' where target = $1", [
    target.id,
  ]);
  await emulator.control("POST", "/faults", { kind: "accessDenied", operation: "ListTagsForResource" });
  await settled();
  const kept = await keptTags(target.id);
  expect(kept.filter(({ denied }) => denied !== null)).toHaveLength(3);
  expect(kept.every(({ tags }) => tags !== null)).toBe(true);
});

it("while AWS fails nothing is kept, and what was read before stays", async () => {
  there = names.slice(0, 2);
  await settled();
  await emulator.control("POST", "/faults", { kind: "error500", operation: "ListTagsForResource" });
  there = names;
  await settled();
  expect(await keptTags(target.id)).toHaveLength(2);
});
