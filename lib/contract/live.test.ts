import { expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { rowDelta } from "@/lib/domain/row-delta";
import { LiveMessage, RowDelta } from "./live";

const before: PipelineRow = {
  target: "prod-eu",
  name: "shop",
  executionMode: "QUEUED",
  status: null,
  running: 0,
  stations: [{ stage: "Build", standing: "NotYetRun", waiting: [], gateClosed: false, percentComplete: 3 }],
  sentence: { text: "Not read yet" },
  asOf: null,
};
const after: PipelineRow = {
  ...before,
  status: "InProgress",
  stations: [
    { stage: "Build", standing: "InProgress", waiting: [], gateClosed: false, count: 2, labels: ["a", "b"] },
  ],
  failed: { stage: "Build", executionId: "e1" },
  asOf: "2026-11-21T03:12:04.118Z",
};

test("a delta of rows is what the contract says, either way", () => {
  for (const delta of [rowDelta(before, after), rowDelta(after, before)])
    expect(RowDelta.parse(JSON.parse(JSON.stringify(delta)))).toEqual(delta);
  expect(RowDelta.parse(rowDelta(after, { ...after, stations: [] }))).toEqual({ stations: [] });
});

test("a member that no row has is refused", () => {
  const data = { target: "prod-eu", name: "shop", version: 4, set: { token: "x" } };
  expect(LiveMessage.safeParse({ event: "change", data }).success).toBe(false);
  expect(LiveMessage.safeParse({ event: "change", data: { ...data, set: { running: 1 } } }).success).toBe(
    true,
  );
});
