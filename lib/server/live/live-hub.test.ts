import { afterEach, expect, test, vi } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { Viewer } from "@/lib/domain/viewer";
import { ALL_SEEING } from "../testing/all-seeing";
import { LiveReader } from "../testing/live-reader";
import { LiveHub, type LivePorts } from "./live-hub";

const asOf = "2026-11-21T03:12:04.118Z";
const live: Freshness = { kind: "live", asOf };

/** A house with one target, in which everybody is signed in. */
function house(
  facts: { freshness?: () => Freshness; isBehind?: () => boolean; changes?: PipelineChange[] | null } = {},
) {
  const ended = new Set<string>();
  let lookups = 0;
  const ports: LivePorts = {
    source: {
      standings: () => [
        {
          target: "prod-eu",
          version: 7,
          freshness: facts.freshness?.() ?? live,
          isBehind: facts.isBehind?.() ?? false,
        },
      ],
      seen: (viewer, standings) => standings.filter(({ target }) => viewer.seesTarget(target)),
      changesSince: (_target, version) =>
        facts.changes === null ? null : (facts.changes ?? []).filter((change) => change.version > version),
    },
    stillSignedIn: async (ids) => {
      lookups += 1;
      return new Set(ids.filter((id) => !ended.has(id)));
    },
  };
  return { ports, ended, lookups: () => lookups };
}

/** Somebody with this session, who may see everything. */
function as(sessionId: string, viewer: Viewer = ALL_SEEING) {
  return { sessionId, tag: `session-${sessionId}`, viewer };
}

function change(version: number, size = 0): PipelineChange {
  return { target: "prod-eu", name: "shop", version, set: { sentence: { text: "x".repeat(size) } } };
}

const hubs: LiveHub[] = [];
function hubOf(beatMs = 3_600_000, lookMs = 3_600_000): LiveHub {
  const hub = new LiveHub(beatMs, lookMs);
  hubs.push(hub);
  return hub;
}
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.stop();
});

test("a stream without a cursor says hello, then what changes from now on", async () => {
  const hub = hubOf();
  const reader = new LiveReader(hub.open(house().ports, as("s1"), undefined));
  hub.publish([change(8), change(9)]);
  expect(await reader.next()).toMatchObject({
    event: "hello",
    id: "prod-eu.7",
    data: { versions: { "prod-eu": 7 }, freshness: { "prod-eu": live } },
  });
  expect(await reader.next()).toEqual({ event: "change", data: change(8) });
  expect(await reader.next()).toEqual({ event: "change", data: change(9) });
  expect(reader.wire).toMatch(/^retry: 2000\n\n/);
});

test("a stream with a cursor hears each missed change once, and then that this is all", async () => {
  const { ports } = house({ changes: [change(5), change(6), change(7)] });
  const reader = new LiveReader(hubOf().open(ports, as("s1"), "prod-eu.5"));
  expect(await reader.next()).toMatchObject({ event: "hello", id: "prod-eu.5" });
  expect(await reader.next()).toEqual({ event: "change", data: change(6) });
  expect(await reader.next()).toEqual({ event: "change", data: change(7) });
  expect(await reader.next()).toMatchObject({ event: "beat", id: "prod-eu.7" });
});

test.each([
  ["of another house", "dev-eu.5"],
  ["with a target more", "prod-eu.5~gone.2"],
  ["that is no cursor", "nonsense"],
  ["that is empty", ""],
])("a cursor %s gets a reset", async (_which, since) => {
  const reader = new LiveReader(hubOf().open(house().ports, as("s1"), since));
  expect(await reader.next()).toMatchObject({ event: "reset", id: "prod-eu.7" });
});

test("what nobody remembers, and what is too much to catch up on, is a reset", async () => {
  const forgotten = new LiveReader(hubOf().open(house({ changes: null }).ports, as("s1"), "prod-eu.5"));
  expect((await forgotten.next())?.event).toBe("reset");
  const changes = Array.from({ length: 600 }, () => change(6, 1000));
  const tooMuch = new LiveReader(hubOf().open(house({ changes }).ports, as("s1"), "prod-eu.5"));
  expect((await tooMuch.next())?.event).toBe("reset");
});

test("a heartbeat comes again and again and asks for all sessions at once", async () => {
  const hub = hubOf(1, 1);
  const { ports, lookups } = house();
  const readers = ["s1", "s2", "s3"].map((id) => new LiveReader(hub.open(ports, as(id), undefined)));
  for (const reader of readers) {
    const beat = await reader.until("beat");
    expect(Date.parse(beat.data.now)).not.toBeNaN();
    expect(beat).toMatchObject({ id: "prod-eu.7", data: { freshness: { "prod-eu": live } } });
  }
  await vi.waitFor(() => expect(lookups()).toBeGreaterThan(0));
  const before = lookups();
  const beats = await Promise.all([readers[0]?.until("beat"), readers[0]?.until("beat")]);
  expect(beats).toHaveLength(2);
  expect(lookups() - before).toBeLessThanOrEqual(4);
});

test("a target that is fresh in another way is told at once, a later asOf is not", async () => {
  const hub = hubOf(3_600_000, 1);
  let freshness: Freshness = live;
  let asked = 0;
  const { ports } = house({
    freshness: () => {
      asked += 1;
      return freshness;
    },
  });
  const reader = new LiveReader(hub.open(ports, as("s1"), undefined));
  freshness = { kind: "live", asOf: "2026-11-21T03:12:09.000Z" };
  const seen = asked;
  await vi.waitFor(() => expect(asked).toBeGreaterThan(seen + 3));
  freshness = { kind: "throttled", asOf, since: asOf, nextTryAt: asOf };
  await reader.next();
  expect(await reader.next()).toMatchObject({
    event: "beat",
    data: { freshness: { "prod-eu": { kind: "throttled" } } },
  });
});

test("while changes cannot be published, a heartbeat has everything asked for anew; afterwards it does not", async () => {
  const hub = hubOf(1, 1);
  let isBehind = true;
  const reader = new LiveReader(hub.open(house({ isBehind: () => isBehind }).ports, as("s1"), undefined));
  for (let beats = 0; beats < 2; beats += 1)
    expect(await reader.until("reset")).toMatchObject({
      id: "prod-eu.7",
      data: { versions: { "prod-eu": 7 } },
    });
  isBehind = false;
  await reader.until("beat");
  expect(await reader.next()).toMatchObject({ event: "beat" });
});

test("the streams of a session that no longer stands end with bye, the others go on", async () => {
  const hub = hubOf(1, 1);
  const { ports, ended } = house();
  const leaving = new LiveReader(hub.open(ports, as("s1"), undefined));
  const staying = new LiveReader(hub.open(ports, as("s2"), undefined));
  ended.add("s1");
  expect((await leaving.until("bye")).data).toEqual({ reason: "signed-out" });
  expect(await leaving.next()).toBeNull();
  expect(hub.size).toBe(1);
  await staying.until("beat");
});

test("a session whose store is away keeps its stream for a while", async () => {
  const hub = hubOf(1, 1);
  const reader = new LiveReader(
    hub.open(
      { ...house().ports, stillSignedIn: () => Promise.reject(new Error("no store")) },
      as("s1"),
      undefined,
    ),
  );
  for (let beats = 0; beats < 5; beats += 1) await reader.until("beat");
  expect(hub.size).toBe(1);
});

test("the end of the server ends every stream, and every later one at once", async () => {
  const hub = hubOf();
  const { ports } = house();
  const reader = new LiveReader(hub.open(ports, as("s1"), undefined));
  hub.stop();
  expect((await reader.until("bye")).data).toEqual({ reason: "stopping" });
  expect(await reader.next()).toBeNull();
  const late = new LiveReader(hub.open(ports, as("s2"), undefined));
  expect((await late.next())?.event).toBe("bye");
  expect(hub.size).toBe(0);
});

test("who does not read is cut off before much waits for them; the others hear everything", async () => {
  const hub = hubOf();
  const { ports } = house();
  const slow = new LiveReader(hub.open(ports, as("slow"), undefined));
  const quick = new LiveReader(hub.open(ports, as("quick"), undefined));
  await quick.next();
  let sent = 0;
  while (hub.size === 2) {
    sent += 1;
    hub.publish([change(7 + sent, 10_000)]);
    expect(await quick.next()).toMatchObject({ event: "change", data: { version: 7 + sent } });
  }
  expect(sent * 10_000).toBeLessThan(1_100_000);
  await expect(slow.until("bye")).rejects.toThrow("cut off");
});

test("every viewer is sent the very same bytes", async () => {
  const hub = hubOf();
  const { ports } = house();
  const readers = ["s1", "s2"].map((id) => hub.open(ports, as(id), undefined).getReader());
  const opened = await Promise.all(readers.map(async (reader) => [await reader.read(), await reader.read()]));
  expect(opened).toHaveLength(2);
  hub.publish([change(8)]);
  const [one, other] = await Promise.all(readers.map((reader) => reader.read()));
  expect(one?.value).toBe(other?.value);
});

test("a session has twenty streams at most: one more is refused, those that are open and other sessions go on", async () => {
  const hub = hubOf();
  const { ports } = house();
  const readers = Array.from({ length: 20 }, () => new LiveReader(hub.open(ports, as("s1"), undefined)));
  expect(() => hub.open(ports, as("s1"), undefined)).toThrow("At most 20 streams");
  hub.open(ports, as("s2"), undefined);
  hub.publish([change(8)]);
  for (const reader of readers) expect(await reader.until("change")).toMatchObject({ data: { version: 8 } });
  await readers[0]?.leave();
  hub.open(ports, as("s1"), undefined);
  expect(hub.size).toBe(21);
});

test("who goes away is no longer counted", async () => {
  const hub = hubOf();
  const reader = new LiveReader(hub.open(house().ports, as("s1"), undefined));
  expect(hub.size).toBe(1);
  await reader.leave();
  expect(hub.size).toBe(0);
  hub.publish([change(8)]);
});

test("each hears of what they may see alone, and who sees the same gets the same bytes", async () => {
  const hub = hubOf();
  const { ports } = house();
  const some: Viewer = { ...ALL_SEEING, seesAll: false, sees: (_target, name) => name === "shop" };
  const none: Viewer = { ...ALL_SEEING, seesAll: false, seesTarget: () => false, sees: () => false };
  const [all, one, nobody] = [ALL_SEEING, some, none].map(
    (viewer) => new LiveReader(hub.open(ports, as("s1", viewer), undefined)),
  );
  const hidden = { ...change(9), name: "payments" };
  hub.publish([change(8), hidden]);
  hub.publish([{ ...hidden, version: 10 }]);
  hub.publish([change(11)]);
  hub.stop();
  const heard = async (reader: LiveReader | undefined) => {
    const names: unknown[] = [];
    for (let next = await reader?.next(); next; next = await reader?.next())
      names.push(next.event === "change" ? [next.data.name, next.data.version] : next.event);
    return names;
  };
  expect(await heard(all)).toEqual([
    "hello",
    ["shop", 8],
    ["payments", 9],
    ["payments", 10],
    ["shop", 11],
    "bye",
  ]);
  expect(await heard(one)).toEqual(["hello", ["shop", 8], ["shop", 11], "bye"]);
  expect(await heard(nobody)).toEqual(["hello", "bye"]);
  expect(nobody?.wire).not.toMatch(/prod-eu/);
});

test("who resumes is told only of what they may see", async () => {
  const hidden = { ...change(6), name: "payments" };
  const { ports } = house({ changes: [change(5), hidden, change(7)] });
  const some: Viewer = { ...ALL_SEEING, seesAll: false, sees: (_target, name) => name === "shop" };
  const reader = new LiveReader(hubOf().open(ports, as("s1", some), "prod-eu.5"));
  expect(await reader.next()).toMatchObject({ event: "hello" });
  expect(await reader.next()).toEqual({ event: "change", data: change(7) });
  expect(await reader.next()).toMatchObject({ event: "beat" });
});

test("a stream whose client has hung up is not kept, whether it did so before or later", async () => {
  const hub = hubOf();
  const { ports } = house();
  const before = new AbortController();
  before.abort();
  hub.open(ports, as("s1"), undefined, before.signal);
  expect(hub.size).toBe(0);
  const later = new AbortController();
  hub.open(ports, as("s1"), undefined, later.signal);
  expect(hub.size).toBe(1);
  later.abort();
  expect(hub.size).toBe(0);
});
