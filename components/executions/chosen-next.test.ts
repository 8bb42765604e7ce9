import { expect, test } from "vitest";
import { chosenNext } from "./chosen-next";

test.each([
  [[], "a", ["a"]],
  [["a"], "b", ["a", "b"]],
  [["a", "b"], "c", ["b", "c"]],
  [["a", "b"], "a", ["b"]],
])("of %j a press on %s leaves %j", (chosen, id, next) => {
  expect(chosenNext(chosen, id)).toEqual(next);
});
