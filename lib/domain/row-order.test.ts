import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineRow } from "./pipeline";
import { compareRows, holdOrder, pendingMoves, rowChanged, rowKey } from "./row-order";

function row(name: string, part: Partial<PipelineRow> = {}): PipelineRow {
  return {
    target: "prod-eu",
    name,
    executionMode: "SUPERSEDED",
    status: "Succeeded",
    running: 0,
    stations: [],
    sentence: { text: "" },
    asOf: "2026-11-21T03:12:08.000Z",
    ...part,
  };
}

function byKey(rows: PipelineRow[]): Map<string, PipelineRow> {
  return new Map(rows.map((each) => [rowKey(each), each]));
}

test("rows stand worst first, then by the latest change, then by name; unread ones last", () => {
  const rows = [
    row("unread", { status: null }),
    row("calm"),
    row("older", { status: "Failed", changedAt: "2026-11-21T01:00:00.000Z" }),
    row("newer", { status: "Failed", changedAt: "2026-11-21T02:00:00.000Z" }),
    row("beta", { status: "Approval" }),
    row("alpha", { status: "Approval" }),
  ];
  expect(rows.sort(compareRows).map(({ name }) => name)).toEqual([
    "newer",
    "older",
    "alpha",
    "beta",
    "calm",
    "unread",
  ]);
});

test("a row that turns worse keeps its place, and the new order is pending", () => {
  const first = holdOrder(null, byKey([row("a"), row("b"), row("c")]), [
    "prod-eu/a",
    "prod-eu/b",
    "prod-eu/c",
  ]);
  const next = holdOrder(first, byKey([row("a"), row("b"), row("c", { status: "Failed" })]), [
    "prod-eu/c",
    "prod-eu/a",
    "prod-eu/b",
  ]);
  expect(next.keys).toEqual(["prod-eu/a", "prod-eu/b", "prod-eu/c"]);
  expect(next.rows.get("prod-eu/c")?.status).toBe("Failed");
  expect(next.pending).toBe(1);
});

test("a pipeline that is gone keeps its place and last state until a new order is asked for", () => {
  const first = holdOrder(null, byKey([row("a"), row("b")]), ["prod-eu/a", "prod-eu/b"]);
  const next = holdOrder(first, byKey([row("b")]), ["prod-eu/b"]);
  expect([...next.rows.keys()]).toEqual(["prod-eu/a", "prod-eu/b"]);
  expect(next.gone).toEqual(new Set(["prod-eu/a"]));
  expect(next.pending).toBe(1);
});

test("a pipeline that is new waits", () => {
  const first = holdOrder(null, byKey([row("b")]), ["prod-eu/b"]);
  const next = holdOrder(first, byKey([row("a"), row("b")]), ["prod-eu/a", "prod-eu/b"]);
  expect([...next.rows.keys()]).toEqual(["prod-eu/b"]);
  expect(next.pending).toBe(1);
});

test("nothing is pending exactly when the order on the screen is the wanted one", () => {
  const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
  fc.assert(
    fc.property(keys, keys, (shown, wanted) => {
      const pending = pendingMoves(shown, wanted);
      expect(pending === 0).toBe(shown.join() === wanted.join());
      expect(pending).toBeLessThanOrEqual(new Set([...shown, ...wanted]).size);
    }),
  );
});

test("moving one row anywhere counts as one", () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (from, to) => {
      const shown = [..."abcdefghij"];
      const wanted = [...shown];
      wanted.splice(to, 0, ...wanted.splice(from, 1));
      expect(pendingMoves(shown, wanted)).toBe(from === to ? 0 : 1);
    }),
  );
});

test("being read again and a percentage are no change, another status or train is one", () => {
  const before = row("a");
  expect(rowChanged(before, { ...before, asOf: "2026-11-21T03:13:00.000Z", stations: [] })).toBe(false);
  expect(rowChanged(before, { ...before, status: "Failed" })).toBe(true);
  const train = { executionId: "1", label: "e41c9d2", kind: "run" as const };
  const stations = [{ stage: "Build", standing: "InProgress", train, waiting: [], gateClosed: false }];
  expect(rowChanged(before, { ...before, stations })).toBe(true);
  const further = stations.map((station) => ({ ...station, percentComplete: 62 }));
  expect(rowChanged({ ...before, stations }, { ...before, stations: further })).toBe(false);
});
