import { expect, test } from "vitest";
import { nameList } from "./name-list";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
  [["a", "b", "c", "d", "e"], "a, b and 3 more"],
])("%j reads “%s”", (names, words) => {
  expect(nameList(names)).toBe(words);
});
