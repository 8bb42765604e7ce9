import fc from "fast-check";
import { expect, test } from "vitest";
import { median } from "./median";

test("the median is the middle value, or between the two middle ones", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test("the order does not matter, and as many values lie below as above", () => {
  const some = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(some, (values) => {
      const middle = median(values);
      expect(median(values.toReversed())).toBe(middle);
      const below = values.filter((value) => value < middle).length;
      const above = values.filter((value) => value > middle).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});
