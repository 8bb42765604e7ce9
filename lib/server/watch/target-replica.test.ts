import { afterAll, beforeAll, expect, it } from "vitest";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { newId } from "../new-id";
import { forgetGone, type StoredSnapshot, writeSnapshots } from "../store/pipeline-snapshots";
import { claimTarget } from "../store/target-watches";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { TargetReplica } from "./target-replica";
import { TargetWatch } from "./target-watch";
import { toldTroubles } from "./told-trouble";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOBODY = { look: () => undefined, hint: () => undefined, readNow: async () => undefined };

function row(name: string, version: number, gone = false): StoredSnapshot {
  const listed = gone ? null : { name, version };
  return { name, version, gone, listed, state: null, trouble: null, depth: null, readAtMs: null };
}

function stateOf(target: string, name: string): PipelineState {
  const facts = { executionMode: "SUPERSEDED", status: "Succeeded", running: 0, stations: [] };
  return {
    row: { target, name, ...facts, sentence: { text: "Succeeded" }, asOf: "2026-11-21T03:00:00.000Z" },
    ...{ stages: [], onTheLine: [], finishedLast: [], consoleUrl: "https://example.com/" },
  };
}

/** Follows a new target, of which these are known. */
async function following(known: StoredSnapshot[]) {
  const target = `t-${newId()}`;
  const holder = newId();
  await claimTarget(target, holder);
  const place = { account: "111122223333", region: "eu-west-1" };
  const changes: PipelineChange[] = [];
  const watch = new TargetWatch({ id: target, name: "Test", ...place, include: [], exclude: [] });
  const replica = new TargetReplica(watch, (told) => changes.push(...told), NOBODY);
  const write = (rows: StoredSnapshot[]) =>
    writeSnapshots(target, holder, Math.max(...rows.map(({ version }) => version)), rows);
  await write(known);
  await replica.follow();
  expect(watch.names()).toEqual(known.map(({ name }) => name));
  changes.length = 0;
  return {
    changes,
    watch,
    replica,
    write,
    /** Hours in which this process hears nothing. */
    whileCutOff: async (rows: StoredSnapshot[]) => {
      await write(rows);
      await database.query(
        "update pipeline_snapshots set written_at = now() - interval '2 hours' where target = $1",
        [target],
      );
      await forgetGone(target, holder);
    },
  };
}

it("who was cut off while a pipeline vanished and was forgotten tells of it in its turn, and once", async () => {
  const { changes, watch, replica, whileCutOff } = await following([
    row("api", 1),
    row("old", 2),
    row("shop", 3),
  ]);
  const newer = Array.from({ length: 250 }, (_, index) => row(`new${index}`, 100 + index));
  await whileCutOff([row("api", 4), row("old", 5, true), row("shop", 6), ...newer]);
  await replica.follow();
  expect(watch.names()).toEqual(["api", ...newer.map(({ name }) => name).toSorted(), "shop"]);
  const first = changes.slice(0, 3).map(({ name, version, gone }) => ({ name, version, gone }));
  expect(first).toEqual([
    { name: "api", version: 4 },
    { name: "old", version: 5, gone: true },
    { name: "shop", version: 6 },
  ]);
  await replica.follow();
  expect(changes).toHaveLength(3 + newer.length);
});

it("a pipeline that vanished and was forgotten is gone though nothing else has changed", async () => {
  const { changes, watch, replica, whileCutOff } = await following([row("api", 1), row("old", 2)]);
  await whileCutOff([row("old", 3, true)]);
  await replica.follow();
  expect(changes).toMatchObject([{ name: "old", version: 3, gone: true }]);
  expect(watch.names()).toEqual(["api"]);
});

it("that a pipeline is denied alone, and its end, is told to viewers with its row, whatever signs of life say before", async () => {
  const { changes, watch, replica, write } = await following([row("api", 1)]);
  const state = stateOf(replica.id, "api");
  const known = (version: number) => ({ ...row("api", version), state, depth: "row" as const, readAtMs: 1 });
  const permission = "codepipeline:GetPipelineState";
  const failure = {
    kind: "denied" as const,
    code: "AccessDenied",
    message: "no",
    ambiguous: false,
    permission,
  };
  const trouble = { failure, sinceMs: 0, tries: 1, nextTryAtMs: 0, nextTryMono: 0 };
  const told = (troubles: object) =>
    replica.tell({
      ...{
        target: replica.id,
        version: 1,
        forgottenVersion: 0,
        listReadAtMs: 0,
        holder: newId(),
        silentMs: 0,
      },
      freshness: { kind: "live", asOf: "2026-11-21T03:00:00.000Z" },
      troubles,
    });
  const troubles = toldTroubles([{ name: "api", trouble }]);
  await write([known(2)]);
  await replica.follow();
  told(troubles);
  await write([{ ...known(3), trouble: troubles }]);
  await replica.follow();
  expect(watch.rows()[0]?.denied).toBe(permission);
  told({});
  await write([known(4)]);
  await replica.follow();
  expect(changes.slice(1).map(({ version, set }) => [version, set])).toEqual([
    [3, { denied: permission }],
    [4, { denied: null }],
  ]);
});

it("why a pipeline that never was read cannot be is told to viewers, though a sign of life came before its row", async () => {
  const { changes, watch, replica, write } = await following([row("api", 1)]);
  const failure = { kind: "denied" as const, code: "AccessDenied", message: "no", ambiguous: false };
  const trouble = { failure, sinceMs: 0, tries: 1, nextTryAtMs: 0, nextTryMono: 0 };
  const troubles = toldTroubles([{ name: "api", trouble }]);
  replica.tell({
    target: replica.id,
    version: 1,
    forgottenVersion: 0,
    listReadAtMs: 0,
    freshness: { kind: "live", asOf: "2026-11-21T03:00:00.000Z" },
    troubles,
    holder: newId(),
    silentMs: 0,
  });
  expect(watch.rows()[0]?.sentence).toEqual({ text: "Not read yet" });
  await write([{ ...row("api", 2), trouble: troubles }]);
  await replica.follow();
  expect(changes).toMatchObject([
    { name: "api", version: 2, set: { sentence: { lead: "Cannot be read." } } },
  ]);
});
