import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { type Beat, beatTargets, claimTarget, readTargetWatches } from "./target-watches";

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
