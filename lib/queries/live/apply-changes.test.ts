import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineChange } from "@/lib/contract/live";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { applyChanges, type VersionedRows } from "./apply-changes";

function row(name: string, status: string | null = "Succeeded"): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, sentence: { text: "" }, asOf: null };
  const stations = [{ stage: "Source", standing: "Succeeded", waiting: [], gateClosed: false }];
  return { target: "prod", name, status, stations, ...rest };
}

const list = (...items: PipelineRow[]): VersionedRows => ({ items, versions: { prod: 10 } });
const change = (version: number, name: string, part: Partial<PipelineChange>): PipelineChange => ({
  target: "prod",
  name,
  version,
  ...part,
});
const shown = (rows: VersionedRows | null) => rows?.items.map(({ name, status }) => `${name} ${status}`);

test("a change touches its row alone; the others and the parts it does not name stay the same objects", () => {
  const before = list(row("a"), row("b"));
  const after = applyChanges(before, [change(11, "b", { set: { status: "Failed" } })]);
  expect(shown(after)).toEqual(["a Succeeded", "b Failed"]);
  expect(after?.items[0]).toBe(before.items[0]);
  expect(after?.items[1]?.stations).toBe(before.items[1]?.stations);
  expect(after?.versions).toEqual({ prod: 11 });
  expect(shown(before)).toEqual(["a Succeeded", "b Succeeded"]);
});

test("what the list knows already is left alone, so that hearing it twice is hearing it once", () => {
  const before = list(row("a", "Failed"));
  expect(shown(applyChanges(before, [change(10, "a", { set: { status: "Succeeded" } })]))).toEqual([
    "a Failed",
  ]);
});

test("a new pipeline comes last, one that is gone leaves, and one that comes back is there", () => {
  const came = applyChanges(list(row("a"), row("b")), [change(11, "c", { row: row("c") })]);
  expect(shown(came)).toEqual(["a Succeeded", "b Succeeded", "c Succeeded"]);
  const left = came && applyChanges(came, [change(12, "a", { gone: true })]);
  expect(shown(left)).toEqual(["b Succeeded", "c Succeeded"]);
  const again = left && applyChanges(left, [change(13, "a", { row: row("a", "Failed") })]);
  expect(shown(again)).toEqual(["b Succeeded", "c Succeeded", "a Failed"]);
  const twice = applyChanges(list(row("a")), [
    change(11, "a", { gone: true }),
    change(12, "a", { row: row("a", "Failed") }),
  ]);
  expect(shown(twice)).toEqual(["a Failed"]);
});

test("a change that its row does not show moves the version on, and nothing else", () => {
  const before = list(row("a"));
  const after = applyChanges(before, [change(11, "a", {})]);
  expect(after?.items[0]).toBe(before.items[0]);
  expect(after?.versions).toEqual({ prod: 11 });
});

test("a difference to a row that is not there cannot be applied: the list must be read anew", () => {
  expect(applyChanges(list(row("a")), [change(11, "b", { set: { status: "Failed" } })])).toBeNull();
});

test("changes one by one, together, or told twice make the same list", () => {
  const part = fc.oneof(
    fc.constantFrom("Failed", "Succeeded", null).map((status) => ({ set: { status } })),
    fc.constantFrom("Failed", "Approval").map((status) => ({ status })),
    fc.constant({ gone: true as const }),
  );
  const names = fc.constantFrom("a", "b", "c", "d");
  fc.assert(
    fc.property(fc.array(fc.tuple(names, part), { maxLength: 20 }), fc.nat(20), (told, again) => {
      const there = new Set(["a", "b", "c"]);
      const changes = told.flatMap(([name, what], index): PipelineChange[] => {
        if ("set" in what && !there.has(name)) return [];
        if ("gone" in what) there.delete(name);
        if ("status" in what) there.add(name);
        const each = "status" in what ? { row: row(name, what.status) } : what;
        return [change(11 + index, name, each)];
      });
      const start = list(row("a"), row("b"), row("c"));
      const together = applyChanges(start, changes);
      let single: VersionedRows | null = start;
      for (const each of changes) single = single && applyChanges(single, [each]);
      // Where a pipeline stands that left and came back within one batch is nobody's business.
      expect(shown(single)?.sort()).toEqual(shown(together)?.sort());
      const twice = together && applyChanges(together, changes.slice(0, again));
      expect(shown(twice)).toEqual(shown(together));
    }),
  );
});
