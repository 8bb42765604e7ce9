import { expect, test } from "vitest";
import { isLonger } from "./durations-apart";

const MINUTE_MS = 60_000;
const rows: Array<[string, number, number, boolean]> = [
  ["a little longer is chance", 250_000, 245_000, false],
  ["half a minute more of little is chance", 31_000, 1000, false],
  ["more than half a minute more of little is not", 31_001, 1000, true],
  ["a quarter more of much is chance", 50 * MINUTE_MS, 40 * MINUTE_MS, false],
  ["more than a quarter more of much is not", 51 * MINUTE_MS, 40 * MINUTE_MS, true],
  ["what is shorter is not longer", MINUTE_MS, 40 * MINUTE_MS, false],
];

test.each(rows)("%s", (_, ms, thanMs, expected) => {
  expect(isLonger(ms, thanMs)).toBe(expected);
});
