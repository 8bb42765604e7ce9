import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CallCounts } from "./call-counts";

let mono = 0;
beforeEach(() => {
  mono = 0;
  vi.spyOn(performance, "now").mockImplementation(() => mono);
});
afterEach(() => vi.restoreAllMocks());

test("calls are counted by operation and by how they ended", () => {
  const counts = new CallCounts();
  counts.add("GetPipelineState", "ok", 20);
  counts.add("GetPipelineState", "ok", 30);
  counts.add("GetPipelineState", "throttled", 5);
  expect(counts.all()).toEqual([
    { operation: "GetPipelineState", outcome: "ok", calls: 2, totalMs: 50 },
    { operation: "GetPipelineState", outcome: "throttled", calls: 1, totalMs: 5 },
  ]);
});

test("the last minute moves on", () => {
  const counts = new CallCounts();
  counts.add("ListPipelines", "ok", 1);
  mono = 30_000;
  counts.add("ListPipelines", "ok", 1);
  expect(counts.lastMinute()).toBe(2);
  mono = 60_000;
  expect(counts.lastMinute()).toBe(1);
  mono = 120_000;
  expect(counts.lastMinute()).toBe(0);
});
