import fc from "fast-check";
import { expect, test } from "vitest";
import { rangeText, readRange } from "./timeline-range";

const START = Date.parse("2026-11-21T03:00:00.000Z");

test("a range reads back as it was written, to a tenth of a second", () => {
  fc.assert(
    fc.property(fc.nat(9_000_000), fc.integer({ min: 100, max: 9_000_000 }), (fromMs, lengthMs) => {
      const range = { fromMs: START + fromMs, toMs: START + fromMs + lengthMs };
      const read = readRange(rangeText(range, START), START);
      expect(Math.abs((read?.fromMs ?? 0) - range.fromMs)).toBeLessThanOrEqual(51);
      expect(Math.abs((read?.toMs ?? 0) - range.toMs)).toBeLessThanOrEqual(151);
    }),
  );
});

test("what is no range is the whole", () => {
  for (const text of [undefined, "", "5", "5-5", "9-3", "a-b", "-3-4", "1-2-3", "1e9-2e9"])
    expect([text, readRange(text, START)]).toEqual([text, undefined]);
  expect(rangeText(undefined, START)).toBeUndefined();
});
