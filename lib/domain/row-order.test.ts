import { expect, test } from "vitest";
import type { PipelineRow } from "./pipeline";
import { compareRows, rowChanged } from "./row-order";

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
