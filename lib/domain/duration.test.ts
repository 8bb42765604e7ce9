import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, formatSpan } from "./duration";

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;

describe("formatDuration", () => {
  test.each([
    [0, "0 s"],
    [999, "0 s"],
    [51 * S, "51 s"],
    [MIN, "1 min 00 s"],
    [4 * MIN + 5 * S, "4 min 05 s"],
    [H + 52 * MIN + 9 * S, "1 h 52 min"],
    [-5 * S, "0 s"],
  ])("%i ms is %s", (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe("formatSpan", () => {
  test.each([
    [40 * S, "40 s"],
    [38 * MIN + 59 * S, "38 min"],
    [2 * H + 4 * MIN, "2 h 04 min"],
    [20 * H, "20 h 00 min"],
    [6 * D + 4 * H, "6 d 4 h"],
    [30 * D, "30 d"],
  ])("%i ms is %s", (ms, words) => {
    expect(formatSpan(ms)).toBe(words);
  });

  test("never shows more than the span", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * D }), (ms) => {
        const units: Record<string, number> = { s: S, min: MIN, h: H, d: D };
        const parts = formatSpan(ms).split(" ");
        let shownMs = 0;
        for (let i = 0; i < parts.length; i += 2)
          shownMs += Number(parts[i]) * (units[parts[i + 1] ?? ""] ?? Number.NaN);
        expect(shownMs).toBeLessThanOrEqual(ms);
        expect(ms - shownMs).toBeLessThan(H);
      }),
    );
  });
});
