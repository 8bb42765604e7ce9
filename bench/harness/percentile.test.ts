import { expect, test } from "vitest";
import { percentile } from "./percentile";

test("the nearest rank decides", () => {
  const values = [5, 1, 4, 2, 3];
  expect([50, 95, 99, 100, 0].map((part) => percentile(part)(values))).toEqual([3, 5, 5, 5, 1]);
});

test("of one value it is that value, of none it is no number", () => {
  expect(percentile(99)([7])).toBe(7);
  expect(percentile(99)([])).toBeNaN();
});
