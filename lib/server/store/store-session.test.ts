import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { newId } from "../new-id";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { CHANGES_CHANNEL, writeSnapshots } from "./pipeline-snapshots";
import { StoreSession } from "./store-session";
import { BEATS_CHANNEL, type Beat, beatTargets, claimTarget } from "./target-watches";

let database: TestDatabase;
const sessions: StoreSession[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => Promise.all(sessions.splice(0).map((session) => session.stop())));
afterAll(() => database.drop());

/** A session that is up, and what it was told. */
async function open(channels: string[] = []) {
  const told: string[] = [];
  const notices: string[] = [];
  const session = new StoreSession(channels, {
    up: (holder) => told.push(holder),
    down: () => told.push("down"),
    notified: (_channel, payload) => notices.push(payload),
  });
  sessions.push(session);
  session.start();
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
  return { session, told, notices };
}

const cutWatches = () =>
  database.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pipedeck watch' and datname = current_database()",
  );

it("gives each lock to one session, and to another when that one ends", async () => {
  const one = await open();
  const other = await open();
  expect(await one.session.tryLocks(["a", "b"])).toEqual(["a", "b"]);
  expect(await other.session.tryLocks(["a", "b", "c"])).toEqual(["c"]);
  await one.session.stop();
  await expect.poll(() => other.session.tryLocks(["a"])).toEqual(["a"]);
});

it("comes back by itself as another session, without its locks, and listens again", async () => {
  const { session, told, notices } = await open(["test_channel"]);
  await session.tryLocks(["d"]);
  await cutWatches();
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(3);
  expect(told[1]).toBe("down");
  expect(told[2]).not.toBe(told[0]);
  const other = await open();
  expect(await other.session.tryLocks(["d"])).toEqual(["d"]);
  await other.session.notify("test_channel", "after the loss");
  await expect.poll(() => notices).toEqual(["after the loss"]);
});

it("fails a query while the connection is lost, and says so once", async () => {
  const { session, told } = await open();
  await session.stop();
  await expect(session.tryLocks(["e"])).rejects.toThrow("not connected to the database");
  expect(told.slice(1)).toEqual(["down"]);
});

it("ends a session that holds a lock and does nothing with it", async () => {
  const idle = await open();
  const other = await open();
  await idle.session.tryLocks(["f"]);
  await other.session.endHolder("g");
  expect(await other.session.tryLocks(["f"])).toEqual([]);
  await other.session.endHolder("f");
  await expect.poll(() => idle.told.length, { timeout: 10_000 }).toBe(3);
  expect(await other.session.tryLocks(["f"])).toEqual(["f"]);
});

it("hears of written rows and of beats, in notices that name no row", async () => {
  const { notices } = await open([CHANGES_CHANNEL, BEATS_CHANNEL]);
  const holder = newId();
  await claimTarget("h", holder);
  const rows = Array.from({ length: 2000 }, (_, index) => ({
    name: `pipeline-with-a-rather-long-name-${index}`,
    version: index + 1,
    gone: false,
    trouble: null,
    listed: null,
    state: null,
    depth: null,
    readAtMs: null,
  }));
  await writeSnapshots("h", holder, 2000, rows);
  await writeSnapshots("h", "nobody", 2001, rows);
  const beat: Beat = {
    target: "h",
    listReadAtMs: 1,
    freshness: { kind: "live", asOf: "2026-11-21T03:00:00.000Z" },
  };
  await beatTargets(holder, [beat]);
  await beatTargets("nobody", [beat]);
  await expect.poll(() => notices).toEqual([JSON.stringify({ target: "h", version: 2000, holder }), holder]);
});
