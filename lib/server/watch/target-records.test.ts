import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { applyRowDelta } from "@/lib/domain/row-delta";
import { Denials } from "./denials";
import type { Reading } from "./read-pipeline";
import { type OutsideRecord, TargetRecords } from "./target-records";

const everyone = () => true;

function reading(name: string, status: string, summary = "", at = "2026-11-21T03:00:00.000Z"): Reading {
  const row: PipelineRow = {
    target: "t",
    name,
    executionMode: "SUPERSEDED",
    status,
    running: 0,
    stations: [],
    sentence: { text: status },
    asOf: at,
  };
  const state: PipelineState = {
    row,
    stages: [],
    onTheLine: [],
    finishedLast: [],
    consoleUrl: `https://example.com/${summary}`,
  };
  const kept = { depth: "row" as const, fingerprint: status, executions: [], denials: new Denials() };
  return { state, depth: "row", kept };
}

const at = { ms: 1, mono: 1 };

/** Records that tell of each change. */
function told() {
  const records = new TargetRecords("t");
  const changes: PipelineChange[] = [];
  records.onChanges = (batch) => changes.push(...batch);
  return { records, changes };
}

const list = (...names: string[]) => names.map((name) => ({ name, version: 1 }));

describe("a change", () => {
  test("of a new pipeline has its row, each with a version of its own", () => {
    const { records, changes } = told();
    records.merge(list("a", "b"), everyone);
    expect(changes).toEqual([
      { target: "t", name: "a", version: 1, row: expect.objectContaining({ name: "a", status: null }) },
      { target: "t", name: "b", version: 2, row: expect.objectContaining({ name: "b", status: null }) },
    ]);
    expect(records.version).toBe(2);
  });

  test("is no read that says the same, apart from when it was asked", () => {
    const { records, changes } = told();
    records.merge(list("a"), everyone);
    records.took("a", reading("a", "Succeeded"), at);
    const before = changes.length;
    records.took("a", reading("a", "Succeeded", "", "2026-11-21T04:00:00.000Z"), { ms: 9, mono: 9 });
    records.merge(list("a"), everyone);
    expect(changes).toHaveLength(before);
    expect(records.get("a")).toMatchObject({ readAt: { ms: 9 }, version: 2 });
    expect(records.get("a")?.state?.row.asOf).toBe("2026-11-21T04:00:00.000Z");
  });

  test("of the row has what differs; of what the row does not show has neither", () => {
    const { records, changes } = told();
    records.merge(list("a"), everyone);
    records.took("a", reading("a", "Succeeded"), at);
    records.took("a", reading("a", "Failed"), at);
    records.took("a", reading("a", "Failed", "other"), at);
    expect(changes.slice(2)).toEqual([
      { target: "t", name: "a", version: 3, set: { status: "Failed", sentence: { text: "Failed" } } },
      { target: "t", name: "a", version: 4 },
    ]);
  });

  test("is that a pipeline vanished, from the list or because AWS says so", () => {
    const { records, changes } = told();
    records.merge(list("a", "b"), everyone);
    records.merge(list("b"), everyone);
    records.remove("b");
    expect(changes.slice(2)).toEqual([
      { target: "t", name: "a", version: 3, gone: true },
      { target: "t", name: "b", version: 4, gone: true },
    ]);
    expect(records.size).toBe(0);
  });

  test("is a pipeline never read that cannot be read", () => {
    const { records, changes } = told();
    records.merge(list("a"), everyone);
    const failure = { kind: "denied" as const, code: "AccessDenied", message: "no", ambiguous: false };
    records.failed("a", { failure, sinceMs: 0, tries: 1, nextTryAtMs: 0, nextTryMono: 0 });
    expect(changes.at(-1)?.set?.sentence?.lead).toBe("Cannot be read.");
  });
});

test("changes since a version are whole rows, each pipeline once; of other versions nothing can be told", () => {
  const { records } = told();
  records.countFrom(100);
  records.merge(list("a", "b"), everyone);
  records.took("a", reading("a", "Succeeded"), at);
  records.merge(list("a"), everyone);
  expect(records.changesSince(101)).toEqual([
    { target: "t", name: "a", version: 103, row: records.get("a")?.state?.row },
    { target: "t", name: "b", version: 104, gone: true },
  ]);
  expect(records.changesSince(104)).toEqual([]);
  expect(records.changesSince(105)).toBeNull();
  expect(records.changesSince(99)).toBeNull();
});

test("what vanished more than an hour ago can no longer be told", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { records } = told();
  records.merge(list("a"), everyone);
  records.merge([], everyone);
  expect(records.changesSince(1)).toHaveLength(1);
  vi.advanceTimersByTime(3_600_000);
  expect(records.changesSince(1)).toBeNull();
  expect(records.changesSince(2)).toEqual([]);
  vi.useRealTimers();
});

/** What another process would be given of these records. */
function outside(records: TargetRecords): OutsideRecord[] {
  const all = records.changesSince(0) ?? [];
  const texts: OutsideRecord[] = all.map(({ name, version, gone }) => {
    const record = records.get(name);
    return {
      name,
      version,
      gone: gone ?? false,
      listed: record?.listed ?? {},
      state: record?.state ?? null,
      trouble: null,
      depth: record?.depth ?? null,
      readAtMs: record?.readAt?.ms ?? null,
    };
  });
  const copy: OutsideRecord[] = JSON.parse(JSON.stringify(texts));
  return copy;
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant("list" as const),
    names: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")),
  }),
  fc.record({
    kind: fc.constant("read" as const),
    name: fc.constantFrom("a", "b", "c", "d"),
    status: fc.constantFrom("Succeeded", "Failed", "InProgress"),
  }),
  fc.record({ kind: fc.constant("gone" as const), name: fc.constantFrom("a", "b", "c", "d") }),
);

test("whoever hears every change, resumes at any version, or follows by records, has the same rows", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(30), (steps, resumeAt) => {
      const { records, changes } = told();
      const followed = told();
      const resumed = new Map<string, PipelineRow>();
      let since = 0;
      for (const [index, one] of steps.entries()) {
        if (one.kind === "list") records.merge(list(...one.names), everyone);
        else if (one.kind === "read") records.took(one.name, reading(one.name, one.status), at);
        else records.remove(one.name);
        if (index !== resumeAt) continue;
        for (const record of records.all()) resumed.set(record.name, records.rowOf(record));
        since = records.version;
        followed.records.apply(outside(records), { version: records.version });
      }
      followed.records.apply(outside(records), { version: records.version });
      hear(resumed, records.changesSince(since) ?? []);
      const heard = hear(new Map(), changes);
      const truth = new Map(records.all().map((record) => [record.name, records.rowOf(record)]));
      expect(byName(heard)).toEqual(byName(truth));
      expect(byName(resumed)).toEqual(byName(truth));
      expect(byName(hear(new Map(), followed.changes))).toEqual(byName(truth));
      expect(followed.records.version).toBe(records.version);
      const versions = changes.map(({ version }) => version);
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    }),
  );
});

function hear(rows: Map<string, PipelineRow>, changes: readonly PipelineChange[]): Map<string, PipelineRow> {
  for (const { name, row, set, gone } of changes) {
    const known = rows.get(name);
    if (gone) rows.delete(name);
    else if (row) rows.set(name, row);
    else if (known && set) rows.set(name, applyRowDelta(known, set));
  }
  return rows;
}

function byName(rows: ReadonlyMap<string, PipelineRow>): unknown {
  const sorted = [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.parse(JSON.stringify(sorted.map(({ asOf: _, ...row }) => row)));
}

test("what comes from outside is taken by version, whatever its order, and older things never win", () => {
  const source = told();
  source.records.merge(list("a"), everyone);
  const old = outside(source.records);
  source.records.took("a", reading("a", "Succeeded"), at);
  const { records, changes } = told();
  records.apply(outside(source.records), { version: 2 });
  records.apply(old, { version: 1 });
  expect(records.get("a")?.state?.row.status).toBe("Succeeded");
  expect([records.version, changes.length]).toEqual([2, 1]);
});
