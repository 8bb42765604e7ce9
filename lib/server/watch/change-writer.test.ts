import { afterAll, beforeAll, expect, it } from "vitest";
import type { PipelineChange } from "@/lib/domain/live-change";
import { newId } from "../new-id";
import { snapshotsAfter } from "../store/pipeline-snapshots";
import { claimTarget } from "../store/target-watches";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { ChangeWriter } from "./change-writer";
import { TargetRecords } from "./target-records";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Has the store refuse to write as long as `test` is so, in SQL, about the rows `fresh`. */
async function refuseWhile(test: string): Promise<void> {
  await database.query(`create or replace function refuse() returns trigger language plpgsql as $$ begin
    if ${test} then raise exception 'no room' using errcode = 'disk_full'; end if;
    return null;
  end $$`);
  await database.query(
    "create or replace trigger refuse after insert on pipeline_snapshots referencing new table as fresh for each statement execute function refuse()",
  );
}

const everyone = () => true;
const listed = (version: number, ...names: string[]) => names.map((name) => ({ name, version }));

/** A writer of a target of its own, and what it published. */
async function writing() {
  const target = `t-${newId()}`;
  const records = new TargetRecords(target);
  const published: PipelineChange[] = [];
  const writer = new ChangeWriter(target, records, (changes) => published.push(...changes));
  records.onChanges = (changes) => writer.add(changes);
  const holder = newId();
  await claimTarget(target, holder);
  writer.hold(holder, -1);
  return { target, records, published, writer };
}

it("while the store takes nothing, nobody is told, it is known for how long, and then the newest of each is told once", async () => {
  const { target, records, published, writer } = await writing();
  records.merge(listed(1, "a", "b", "c"), everyone);
  await expect.poll(() => published.length).toBe(3);
  expect(writer.waitingMs).toBe(0);
  await refuseWhile("true");
  for (const version of [2, 3, 4]) records.merge(listed(version, "a", "b"), everyone);
  await expect.poll(() => writer.waitingMs, { timeout: 10_000 }).toBeGreaterThan(600);
  expect(published).toHaveLength(3);
  expect(writer.publishedVersion).toBeLessThan(records.version);
  await refuseWhile("false");
  await expect.poll(() => writer.waitingMs, { timeout: 10_000 }).toBe(0);
  const since = published.slice(3);
  expect(since.find(({ name }) => name === "c")).toMatchObject({ gone: true });
  const rows = since.filter(({ name }) => name !== "c");
  expect(rows.map(({ name, row }) => [name, row?.version])).toEqual([
    ["a", 4],
    ["b", 4],
  ]);
  const versions = since.map(({ version }) => version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(writer.publishedVersion).toBe(records.version);
  const stored = await snapshotsAfter(target, { version: -1, name: "" }, 10);
  expect(stored.map(({ name, version, gone }) => [name, version, gone])).toEqual(
    since.map(({ name, version, gone }) => [name, version, gone ?? false]),
  );
});

it("what is too much for the store at once is written in smaller pieces", async () => {
  await refuseWhile("(select count(*) from fresh) > 100");
  const { records, published } = await writing();
  const names = Array.from({ length: 300 }, (_, index) => `p${index}`);
  records.merge(listed(1, ...names), everyone);
  await expect.poll(() => published.length, { timeout: 10_000 }).toBe(300);
  expect(published.map(({ name }) => name)).toEqual(names);
  await refuseWhile("false");
}, 20_000);

it("no row is stored with a version beyond one that still waits, so that who reads on after it misses none", async () => {
  const { target, records, published } = await writing();
  const names = Array.from({ length: 1200 }, (_, index) => `p${index}`);
  const pipelines = listed(1, ...names);
  records.merge(pipelines, everyone);
  // One of the second batch changes while the first is being written.
  records.merge(
    pipelines.map((one) => (one.name === "p600" ? { ...one, version: 2 } : one)),
    everyone,
  );
  await expect.poll(() => published.at(-1)?.version, { timeout: 10_000 }).toBe(1201);
  const written = await database.query(
    "select version from pipeline_snapshots where target = $1 order by written_at, version",
    [target],
  );
  const versions = written.map(({ version }) => Number(version));
  expect(versions).toHaveLength(1200);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(published.filter(({ name }) => name === "p600").at(-1)?.row?.version).toBe(2);
});

it("what a store that cannot be compared with lacks is written in the order of its versions", async () => {
  const target = `t-${newId()}`;
  const records = new TargetRecords(target);
  const published: PipelineChange[] = [];
  const writer = new ChangeWriter(target, records, (changes) => published.push(...changes));
  records.merge(listed(1, "c", "b", "a"), everyone);
  const holder = newId();
  await claimTarget(target, holder);
  writer.hold(holder, records.version + 100);
  await expect
    .poll(() => published.map(({ name, version }) => [name, version]))
    .toEqual([
      ["c", 1],
      ["b", 2],
      ["a", 3],
    ]);
});

it("who no longer holds a target tells what waited, and nothing waits any more", async () => {
  const { records, published, writer } = await writing();
  await refuseWhile("true");
  records.merge(listed(1, "a", "b"), everyone);
  records.merge(listed(2, "a", "b"), everyone);
  expect([published.length, writer.publishedVersion]).toEqual([0, 0]);
  writer.release();
  expect(published.map(({ name, version }) => [name, version])).toEqual([
    ["a", 1],
    ["b", 2],
    ["a", 3],
    ["b", 4],
  ]);
  expect(writer.publishedVersion).toBe(records.version);
  await refuseWhile("false");
});
