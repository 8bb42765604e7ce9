import { describe, expect, it } from "vitest";
import { MEDIAN_SHARE, medianTookMs, shareOfBar, tookMs } from "./duration-scale";
import type { ExecutionSummary } from "./execution";

const START = Date.UTC(2026, 10, 21);

function took(minutes: number, more: Partial<ExecutionSummary> = {}): ExecutionSummary {
  return {
    id: `e${minutes}`,
    status: "Succeeded",
    standing: "Succeeded",
    startedAt: new Date(START).toISOString(),
    updatedAt: new Date(START + minutes * 60_000).toISOString(),
    revisions: [],
    executionType: "STANDARD",
    stages: [],
    ...more,
  };
}

it("what ended took from its start to its last change, what runs until now", () => {
  expect(tookMs(took(3), 0)).toBe(180_000);
  expect(tookMs(took(3, { status: "InProgress" }), START + 5000)).toBe(5000);
  expect(tookMs(took(3, { updatedAt: undefined }), START)).toBeUndefined();
  expect(tookMs(took(3, { startedAt: undefined }), START)).toBeUndefined();
});

describe("medianTookMs", () => {
  it("is the middle of the successes, rollbacks and others left out", () => {
    const rows = [
      took(10),
      took(99, { status: "Failed" }),
      took(20),
      took(1, { executionType: "ROLLBACK" }),
      took(30),
    ];
    expect(medianTookMs(rows)).toBe(20 * 60_000);
    expect(medianTookMs([took(10), took(20)])).toBe(15 * 60_000);
    expect(medianTookMs([took(1, { status: "Failed" })])).toBeUndefined();
  });

  it("counts the newest 20", () => {
    const rows = Array.from({ length: 40 }, (_, index) => took(index < 20 ? 10 : 500));
    expect(medianTookMs(rows)).toBe(10 * 60_000);
  });
});

it("the median stands at its place, and nothing is longer than the bar", () => {
  expect(shareOfBar(1000, 1000)).toBe(MEDIAN_SHARE);
  expect(shareOfBar(9000, 1000)).toBe(1);
  expect(shareOfBar(0, 0)).toBe(0);
});
