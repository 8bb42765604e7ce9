import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../new-id";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { snapshotsAfter, writeSnapshots } from "./pipeline-snapshots";
import { type Beat, beatTargets, claimTarget, forgetTargets, readTargetWatches } from "./target-watches";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = "2026-11-21T03:00:00.000Z";

function beat(target: string, facts: Partial<Beat> = {}): Beat {
  return { target, listReadAtMs: Date.parse(NOW), freshness: { kind: "live", asOf: NOW }, ...facts };
}

async function watched(target: string) {
  return (await readTargetWatches()).find((one) => one.target === target);
}

it("a target that nobody ever watched begins at version 0; each later holder skips ahead", async () => {
  expect(await claimTarget("a", "one")).toEqual({ version: 0, before: null });
  const next = await claimTarget("a", "two");
  expect(next).toMatchObject({ before: { version: 0, holder: "one" } });
  const last = await claimTarget("a", "three");
  expect([next.version > 0, last.version > next.version]).toEqual([true, true]);
});

it("takes the beats of who holds a target and says which those are", async () => {
  await claimTarget("b", "one");
  await claimTarget("c", "other");
  const beats = [beat("b", { listReadAtMs: null }), beat("c"), beat("unknown")];
  expect(await beatTargets("one", beats)).toEqual(["b"]);
  expect(await watched("b")).toMatchObject({ listReadAtMs: null, freshness: { kind: "live", asOf: NOW } });
  expect(await watched("c")).toMatchObject({ listReadAtMs: null, freshness: null });
  expect(await beatTargets("other", [beat("c")])).toEqual(["c"]);
  expect(await watched("c")).toMatchObject({ listReadAtMs: Date.parse(NOW) });
});

it("forgets a target that is not configured once nobody watched it for 30 days", async () => {
  const row = { name: "shop", gone: false, listed: null, state: null, depth: null, readAtMs: null };
  for (const target of ["kept", "recent", "old"]) {
    const holder = newId();
    await claimTarget(target, holder);
    await writeSnapshots(target, holder, 1, [{ ...row, version: 1 }]);
  }
  await database.query(
    "update target_watches set beat_at = now() - interval '31 days' where target in ('kept', 'old')",
  );
  await forgetTargets(["kept"]);
  const left = (await readTargetWatches()).map(({ target }) => target);
  expect(["kept", "recent", "old"].filter((target) => left.includes(target))).toEqual(["kept", "recent"]);
  expect(await snapshotsAfter("old", { version: -1, name: "" }, 10)).toEqual([]);
  expect(await snapshotsAfter("kept", { version: -1, name: "" }, 10)).toHaveLength(1);
});
