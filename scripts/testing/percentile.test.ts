import { expect, test } from "vitest";
import { percentile } from "./percentile";

test("a percentile is a value that so many do not exceed", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(hundred, 0.98), percentile(hundred, 0.5), percentile(hundred, 1)]).toEqual([
    98, 50, 100,
  ]);
  expect(percentile([7], 0.98)).toBe(7);
  expect(percentile([], 0.98)).toBeNaN();
});
