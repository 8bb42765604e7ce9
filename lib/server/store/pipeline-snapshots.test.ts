import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { newId } from "../new-id";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { forgetGone, type StoredSnapshot, snapshotsAfter, writeSnapshots } from "./pipeline-snapshots";
import { claimTarget, readTargetWatches } from "./target-watches";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const START = { version: -1, name: "" };
let target = "";
let holder = "";
beforeEach(async () => {
  target = `t-${newId()}`;
  holder = newId();
  await claimTarget(target, holder);
});

function stateOf(name: string, text: string): PipelineState {
  return {
    row: {
      target,
      name,
      executionMode: "QUEUED",
      status: null,
      running: 0,
      stations: [],
      sentence: { text },
      asOf: null,
    },
    stages: [],
    onTheLine: [],
    finishedLast: [],
    consoleUrl: "https://example.com/",
  };
}

function snapshot(name: string, version: number, text = "Rests"): StoredSnapshot {
  return {
    name,
    version,
    gone: false,
    listed: { executionMode: "QUEUED" },
    state: stateOf(name, text),
    trouble: null,
    depth: "row",
    readAtMs: Date.parse("2026-11-21T03:00:00.123Z"),
  };
}

it("keeps what it is given to the byte, whatever characters AWS sends", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.nat(), async (text, version) => {
      const name = newId();
      const given = snapshot(name, version, text);
      expect(await writeSnapshots(target, holder, version, [given])).toBe(true);
      const found = await snapshotsAfter(target, { version: version - 1, name: "" }, 1000);
      expect(JSON.stringify(found.find((one) => one.name === name))).toBe(JSON.stringify(given));
    }),
    { numRuns: 30 },
  );
});

it("writes 10,000 pipelines in one statement, and gives them back page by page", async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => snapshot(`pipeline-${index}`, index + 1));
  expect(await writeSnapshots(target, holder, 10_000, rows)).toBe(true);
  const found: StoredSnapshot[] = [];
  for (let place = START; ; ) {
    const page = await snapshotsAfter(target, place, 3000);
    found.push(...page);
    const last = page.at(-1);
    if (!last) break;
    place = { version: last.version, name: last.name };
  }
  expect(found).toEqual(rows);
});

it("never lets a pipeline go back to an older version, in whatever order writes arrive", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), async (versions) => {
      const name = newId();
      for (const version of versions)
        await writeSnapshots(target, holder, version, [snapshot(name, version, `as of ${version}`)]);
      const highest = Math.max(...versions);
      const found = (await snapshotsAfter(target, START, 10_000)).find((one) => one.name === name);
      expect([found?.version, found?.state?.row.sentence.text]).toEqual([highest, `as of ${highest}`]);
      const watched = (await readTargetWatches()).find((one) => one.target === target);
      expect(watched?.version).toBeGreaterThanOrEqual(highest);
    }),
    { numRuns: 20 },
  );
});

it("ignores what a holder writes after another one has claimed the target", async () => {
  await writeSnapshots(target, holder, 1, [snapshot("shop", 1, "first")]);
  const { version, before } = await claimTarget(target, "another session");
  expect(before).toMatchObject({ version: 1, holder });
  expect(version).toBeGreaterThan(1);
  expect(await writeSnapshots(target, holder, version + 5, [snapshot("shop", version + 5, "late")])).toBe(
    false,
  );
  expect(await writeSnapshots(target, "another session", version + 1, [])).toBe(true);
  const found = await snapshotsAfter(target, START, 10);
  expect(found.map(({ state }) => state?.row.sentence.text)).toEqual(["first"]);
  expect((await readTargetWatches()).find((one) => one.target === target)?.version).toBe(version + 1);
});

it("gives what changed after a version, pipelines that vanished too", async () => {
  await writeSnapshots(target, holder, 3, [snapshot("a", 1), snapshot("b", 2), snapshot("c", 3)]);
  await writeSnapshots(target, holder, 4, [{ ...snapshot("a", 4), gone: true, state: null }]);
  const found = await snapshotsAfter(target, { version: 2, name: "b" }, 10);
  expect(found.map(({ name, gone }) => [name, gone])).toEqual([
    ["c", false],
    ["a", true],
  ]);
});

it("forgets pipelines that vanished an hour ago, and says up to which version", async () => {
  await writeSnapshots(target, holder, 2, [
    { ...snapshot("old", 1), gone: true },
    { ...snapshot("new", 2), gone: true },
  ]);
  await database.query(
    "update pipeline_snapshots set written_at = now() - interval '61 minutes' where target = $1 and name = 'old'",
    [target],
  );
  await forgetGone(target, "another session");
  expect(await snapshotsAfter(target, START, 10)).toHaveLength(2);
  await forgetGone(target, holder);
  expect((await snapshotsAfter(target, START, 10)).map(({ name }) => name)).toEqual(["new"]);
  expect((await readTargetWatches()).find((one) => one.target === target)?.forgottenVersion).toBe(1);
});
