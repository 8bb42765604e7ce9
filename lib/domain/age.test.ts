import { expect, test } from "vitest";
import { ageMs, formatAge } from "./age";

test.each([
  [0, "0 s"],
  [40_999, "40 s"],
  [60_000, "1 min"],
  [22 * 60_000 + 59_000, "22 min"],
  [3_600_000, "1 h"],
  [23 * 3_600_000 + 59 * 60_000, "23 h"],
  [29 * 86_400_000, "29 d"],
  [-1, "0 s"],
])("%i ms old is %s", (ms, words) => {
  expect(formatAge(ms)).toBe(words);
});

test("an instant that is still to come has no age", () => {
  const now = Date.parse("2026-11-21T03:00:00.000Z");
  expect(ageMs("2026-11-21T02:59:00.000Z", now)).toBe(60_000);
  expect(ageMs("2026-11-21T03:00:01.000Z", now)).toBe(0);
});
