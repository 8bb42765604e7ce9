import fc from "fast-check";
import { expect, test } from "vitest";
import { railWindow } from "./history-rail-window";

test("a short line is shown whole", () => {
  expect(railWindow(5, 4)).toEqual({ from: 0, to: 5 });
});

test("of a long line the place it stands at is always shown", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, any) => {
      const at = any % count;
      const { from, to } = railWindow(count, at);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      expect(at >= from && at < to).toBe(true);
      expect(to - from).toBeLessThanOrEqual(7);
    }),
  );
});
