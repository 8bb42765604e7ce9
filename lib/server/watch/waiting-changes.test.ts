import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { applyRowDelta } from "@/lib/domain/row-delta";
import { newestOfEach, type WaitingChange } from "./waiting-changes";

function row(name: string, running: number): PipelineRow {
  return {
    target: "t",
    name,
    executionMode: "SUPERSEDED",
    status: null,
    running,
    stations: [],
    sentence: { text: "" },
    asOf: null,
  };
}

const event = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  kind: fc.constantFrom("set" as const, "set" as const, "gone" as const),
});

/** What happened to pipelines that all were there, as changes, and how they are after it. */
function history(events: readonly { name: string; kind: "set" | "gone" }[]) {
  const rows = new Map(["a", "b", "c"].map((name) => [name, row(name, 0)]));
  const changes = events.map(({ name, kind }, index): WaitingChange => {
    const change = { target: "t", name, version: index + 1 };
    const known = rows.get(name);
    const next = row(name, index + 1);
    if (kind === "gone") rows.delete(name);
    else rows.set(name, next);
    const told =
      kind === "gone" ? { gone: true as const } : known ? { set: { running: index + 1 } } : { row: next };
    return { change: { ...change, ...told }, sinceMono: index };
  });
  return { rows, changes };
}

/** Rows of somebody who knew all three, and is told this. */
function told(changes: readonly WaitingChange[]): Map<string, PipelineRow> {
  const rows = new Map(["a", "b", "c"].map((name) => [name, row(name, 0)]));
  for (const { change } of changes) {
    const known = rows.get(change.name);
    if (change.gone) rows.delete(change.name);
    else if (change.row) rows.set(change.name, change.row);
    else if (known && change.set) rows.set(change.name, applyRowDelta(known, change.set));
  }
  return rows;
}

test("whoever is told the newest of each has the same rows, each told once, in the order of versions", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      const { rows, changes } = history(events);
      const newest = newestOfEach(changes, (name) => rows.get(name));
      expect([...told(newest)].sort()).toEqual([...rows].sort());
      const names = newest.map(({ change }) => change.name);
      expect(names).toHaveLength(new Set(events.map(({ name }) => name)).size);
      expect(new Set(names).size).toBe(names.length);
      const versions = newest.map(({ change }) => change.version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
      expect(newest[0]?.sinceMono).toBe(changes[0]?.sinceMono);
    }),
  );
});

test("a change that stands for no other is told as it is", () => {
  const { rows, changes } = history([{ name: "a", kind: "set" }]);
  expect(newestOfEach(changes, (name) => rows.get(name))).toEqual(changes);
});
