import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { ACCOUNT } from "../testing/watching";
import { Replicas } from "./replicas";
import { TargetWatch } from "./target-watch";

let database: TestDatabase;
let emulator: EmulatorProcess;
beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = "AKIA111122223333";
  process.env.AWS_SECRET_ACCESS_KEY = "emulator";
  database = await createTestDatabase();
  emulator = await startEmulator(["--world", "acme", "--seed", "4"]);
});
afterAll(async () => {
  await emulator.stop();
  await database.drop();
});

const WITHIN = { timeout: 14_000 };
let target: TargetConfig;
const running: Replica[] = [];
beforeEach(() => {
  target = {
    id: `t-${newId()}`,
    name: "Test",
    account: ACCOUNT,
    region: "eu-west-1",
    endpoint: emulator.url,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/pipedeck-read`,
    requestsPerSecond: 100,
    timeoutMs: 5000,
    include: [],
    exclude: [],
  };
});
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  for (const replica of running.splice(0)) await replica.stop();
});

/** A process of its own as far as the watch of one target goes. */
class Replica {
  readonly watch = new TargetWatch(target);
  readonly changes: PipelineChange[] = [];
  readonly #replicas = new Replicas((changes) => this.changes.push(...changes));

  constructor() {
    running.push(this);
    this.#replicas.add(this.watch);
    this.#replicas.start();
  }

  async stop(): Promise<void> {
    await this.#replicas.stop();
    await this.watch.stop();
  }

  names(): string[] {
    return this.watch.records.all().map(({ name }) => name);
  }

  isRead(): boolean {
    return this.watch.records.size > 0 && this.watch.records.all().every(({ readAt }) => readAt !== null);
  }
}

async function holding(): Promise<Replica> {
  const replica = new Replica();
  await expect.poll(() => replica.watch.isWatching && replica.isRead(), WITHIN).toBe(true);
  return replica;
}

async function following(holder: Replica): Promise<Replica> {
  const replica = new Replica();
  await expect.poll(() => sameAs(holder, replica), WITHIN).toBe(true);
  expect(replica.watch.isWatching).toBe(false);
  return replica;
}

function sameAs(one: Replica, other: Replica): boolean {
  const known = (replica: Replica) =>
    JSON.stringify(replica.watch.records.all().map(({ name, version }) => [name, version]));
  return one.names().length > 0 && known(one) === known(other);
}

it("one of two watches, the other knows the same with the same versions, and asks AWS for nothing", async () => {
  const holder = await holding();
  const follower = await following(holder);
  await expect.poll(() => follower.watch.freshness().kind, WITHIN).toBe("live");
  expect(follower.watch.rows()).toHaveLength(holder.names().length);
  expect(follower.watch.count()).toBe(holder.names().length);
});

it("what one finds reaches viewers of the other with the same version", async () => {
  const holder = await holding();
  const follower = await following(holder);
  const told = follower.changes.length;
  await emulator.control("POST", "/clock", { advanceMs: 600_000 });
  for (const name of holder.names()) holder.watch.hint(name);
  await expect.poll(() => follower.changes.length, WITHIN).toBeGreaterThan(told);
  await expect.poll(() => sameAs(holder, follower), WITHIN).toBe(true);
  const change = follower.changes.at(-1);
  expect(holder.changes.map(({ name, version }) => [name, version])).toContainEqual([
    change?.name,
    change?.version,
  ]);
});

it("who follows takes over when the other ends, and counts on", async () => {
  const first = await holding();
  const second = await following(first);
  const { version } = first.watch.records;
  await first.stop();
  await expect.poll(() => second.watch.isWatching, WITHIN).toBe(true);
  expect(second.watch.records.version).toBeGreaterThan(version);
  expect(second.watch.records.changesSince(version)).not.toBeNull();
});

it("the next start shows what was known, as old as it is, before AWS has said anything", async () => {
  const first = await holding();
  await expect.poll(() => first.watch.freshness().kind, WITHIN).toBe("live");
  await first.stop();
  const rows = first.watch.records.all().map((record) => first.watch.records.rowOf(record));
  target = { ...target, endpoint: "http://127.0.0.1:9" };
  const next = new Replica();
  await expect.poll(() => next.names().length, WITHIN).toBe(rows.length);
  const shown = next.watch.records.all().map((record) => next.watch.records.rowOf(record));
  expect(shown.map((row) => ({ ...row, asOf: null }))).toEqual(rows.map((row) => ({ ...row, asOf: null })));
  for (const { asOf } of shown) expect(Date.parse(asOf ?? "")).toBeLessThanOrEqual(Date.now());
});

it("the first who asks the next start for a pipeline gets what was known, and no error", async () => {
  const first = await holding();
  const [name = ""] = first.names();
  await first.watch.state(name);
  const known = first.watch.records.get(name)?.state;
  await first.stop();
  target = { ...target, endpoint: "http://127.0.0.1:9" };
  const next = new Replica();
  const watched = await next.watch.state(name);
  expect({ ...watched?.state.row, asOf: null }).toEqual({ ...known?.row, asOf: null });
  expect(Date.parse(watched?.freshness.asOf ?? "")).toBeLessThanOrEqual(Date.now());
});

it("what one pipeline suffers from is told at a server that follows, as old as its data is", async () => {
  const holder = await holding();
  const follower = await following(holder);
  await emulator.control("POST", "/faults", {
    kind: "accessDenied",
    operation: "GetPipelineState",
    times: 1,
  });
  const denied = () => holder.watch.records.all().find(({ trouble }) => trouble !== null)?.name;
  await expect.poll(denied, { timeout: 40_000 }).toBeDefined();
  const name = denied() ?? "";
  const other = holder.names().find((it) => it !== name) ?? "";
  const freshnessAt = async (replica: Replica, of: string) => (await replica.watch.state(of))?.freshness;
  await expect.poll(async () => (await freshnessAt(follower, name))?.kind, WITHIN).toBe("denied");
  expect(await freshnessAt(follower, name)).toEqual(await freshnessAt(holder, name));
  expect((await freshnessAt(follower, other))?.kind).toBe("live");
  await holder.watch.readNow(name);
  await expect.poll(async () => (await freshnessAt(follower, name))?.kind, WITHIN).toBe("live");
}, 60_000);

it("a pipeline that never could be read is told with why, to viewers of a server that follows too", async () => {
  await emulator.control("POST", "/faults", { kind: "accessDenied", operation: "GetPipelineState" });
  const holder = new Replica();
  await expect.poll(() => holder.watch.isWatching && holder.names().length > 0, WITHIN).toBe(true);
  const follower = await following(holder);
  const told = ({ changes }: Replica, name: string) =>
    changes
      .filter((change) => change.name === name)
      .map(({ row, set }) => (row ?? set)?.sentence?.lead)
      .at(-1);
  for (const name of holder.names())
    await expect.poll(() => told(follower, name) ?? "", WITHIN).toBe("Cannot be read.");
}, 60_000);

it("a page at one that follows has the pipeline read by the one that watches", async () => {
  const holder = await holding();
  const follower = await following(holder);
  const [name = ""] = follower.names();
  const before = holder.watch.records.get(name)?.readAt?.ms ?? 0;
  const watched = await follower.watch.readNow(name);
  expect(holder.watch.records.get(name)?.readAt?.ms).toBeGreaterThan(before);
  expect(Date.parse(watched?.freshness.asOf ?? "")).toBe(holder.watch.records.get(name)?.readAt?.ms);
  expect(holder.watch.records.get(name)?.depth).toBe("full");
  expect(follower.watch.records.get(name)?.depth).toBe("full");
});

it("an event heard at one that follows is a hint for the one that watches, and no read for a person", async () => {
  const holder = await holding();
  const follower = await following(holder);
  const hinted: string[] = [];
  const readNow: string[] = [];
  const { watch } = holder;
  const [hint, read] = [watch.hint.bind(watch), watch.readNow.bind(watch)];
  watch.hint = (name, atMs) => {
    hinted.push(name);
    hint(name, atMs);
  };
  watch.readNow = (name) => {
    readNow.push(name);
    return read(name);
  };
  const [name = ""] = follower.names();
  const before = watch.records.get(name)?.readAt?.ms ?? 0;
  follower.watch.hint(name);
  await expect.poll(() => hinted, WITHIN).toEqual([name]);
  await expect.poll(() => watch.records.get(name)?.readAt?.ms, WITHIN).toBeGreaterThan(before);
  expect(readNow).toEqual([]);
});

it("goes on by itself when the database ends its session", async () => {
  const holder = await holding();
  await database.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pipedeck watch' and datname = current_database()",
  );
  await expect.poll(() => holder.watch.isWatching, { ...WITHIN, interval: 1 }).toBe(false);
  await expect.poll(() => holder.watch.isWatching, WITHIN).toBe(true);
});

it("a version that a lost process may have told of, and that is not in the store, is not resumed from", async () => {
  const first = await holding();
  const lost = first.watch.records.version + 5;
  await first.stop();
  const next = await holding();
  expect(next.watch.records.changesSince(lost)).toBeNull();
  expect(next.watch.records.changesSince(first.watch.records.version)).not.toBeNull();
});

it("what vanished so long ago that the store forgot it is not resumed from before", async () => {
  const first = await holding();
  const { version } = first.watch.records;
  await first.stop();
  await database.query(
    `with vanished as (update target_watches set version = version + 1 where target = $1 returning version)
     insert into pipeline_snapshots (target, name, version, gone, written_at)
     select $1, 'vanished', version, true, now() - interval '2 hours' from vanished`,
    [target.id],
  );
  const second = await holding();
  const told = second.watch.records.changesSince(version);
  expect(told).toContainEqual({ target: target.id, name: "vanished", version: version + 1, gone: true });
  await second.stop();
  const third = await holding();
  expect(third.watch.records.changesSince(version)).toBeNull();
});

it("what vanishes while a target is watched is forgotten, too, within an hour", async () => {
  const passed = performance.now.bind(performance);
  let aheadMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => passed() + aheadMs);
  const holder = await holding();
  await database.query(
    `insert into pipeline_snapshots (target, name, version, gone, written_at)
     select $1, 'vanished', version, true, now() - interval '2 hours' from target_watches where target = $1`,
    [target.id],
  );
  const left = () =>
    database.query("select name from pipeline_snapshots where target = $1 and gone", [target.id]);
  expect(await left()).toHaveLength(1);
  aheadMs = 3_600_000;
  await expect.poll(left, WITHIN).toEqual([]);
  expect(holder.watch.isWatching).toBe(true);
  vi.restoreAllMocks();
});
