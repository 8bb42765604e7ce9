import { expect, test } from "vitest";
import { firstLine } from "./first-line";

test.each([
  [undefined, undefined],
  ["", undefined],
  [" \n\t\n", undefined],
  ["one\ntwo", "one"],
  ["\r\n  two  \r\nthree", "two"],
  ["abcdef", "abcd…"],
])("the first line of %j is %j", (text, line) => {
  expect(firstLine(text, 5)).toBe(line);
});
