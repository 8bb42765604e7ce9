import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRate, requestScale } from "./request-scale";

test("without a ceiling the bar is what may be asked now", () => {
  expect(requestScale({ requestsPerSecond: 4, callsLastMinute: 120 })).toEqual({
    used: 2,
    usedShare: 0.5,
    allowedShare: 1,
  });
});

test("below its ceiling the budget is part of the bar", () => {
  expect(requestScale({ requestsPerSecond: 4, ceiling: 16, callsLastMinute: 120 })).toEqual({
    used: 2,
    usedShare: 0.125,
    allowedShare: 0.25,
  });
});

test("nothing is drawn beyond the bar, whatever the figures", () => {
  const rate = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(rate, fc.option(rate, { nil: undefined }), fc.nat(100_000), (perSecond, ceiling, calls) => {
      const scale = requestScale({ requestsPerSecond: perSecond, ceiling, callsLastMinute: calls });
      for (const share of [scale.usedShare, scale.allowedShare]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("a rate has one decimal below ten, and none that says nothing", () => {
  expect([0, 0.05, 0.34, 8, 9.94, 32.4].map(formatRate)).toEqual(["0", "0.1", "0.3", "8", "9.9", "32"]);
});
