import { expect, test } from "vitest";
import { atLeast, atMost, informs } from "./figure";

const naming = { name: "x", unit: "×", notes: "" };

test("a value at its limit is inside it", () => {
  expect(atMost(1.45, 1.45, naming).ok).toBe(true);
  expect(atLeast(0.8, 0.8, naming).ok).toBe(true);
});

test("a value beyond its limit is not ok, however it is rounded", () => {
  expect(atMost(1.45, 1.4501, naming)).toMatchObject({ value: 1.45, ok: false });
  expect(atLeast(0.8, 0.7999, naming)).toMatchObject({ value: 0.8, ok: false });
});

test("a figure without a limit is ok", () => {
  expect(informs(3, naming)).toEqual({ name: "x", value: 3, limit: null, ok: true, unit: "×", notes: "" });
});

test("what was not measured is never ok", () => {
  expect(atMost(1, Number.NaN, naming)).toMatchObject({ ok: false, notes: "was not measured" });
  expect(informs(Number.POSITIVE_INFINITY, naming).ok).toBe(false);
});
