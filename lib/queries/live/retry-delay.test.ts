import fc from "fast-check";
import { expect, test } from "vitest";
import { retryDelayMs } from "./retry-delay";

test("the wait doubles up to 15 seconds, and chance spreads it over its second half", () => {
  expect([0, 1, 2, 3, 4, 40].map((tries) => retryDelayMs(tries, 1))).toEqual([
    1000, 2000, 4000, 8000, 15_000, 15_000,
  ]);
  expect(retryDelayMs(2, 0)).toBe(2000);
  fc.assert(
    fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
      const ms = retryDelayMs(tries, chance);
      expect(ms).toBeGreaterThanOrEqual(retryDelayMs(tries, 0));
      expect(ms).toBeLessThanOrEqual(2 * retryDelayMs(tries, 0));
    }),
  );
});
