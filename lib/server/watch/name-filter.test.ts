import { expect, test } from "vitest";
import { nameFilter } from "./name-filter";

test.each([
  [[], [], ["a", "b-x", ".c"]],
  [["b-*"], [], ["b-x"]],
  [["{a,b-*}"], [], ["a", "b-x"]],
  [[], ["*-x"], ["a", ".c"]],
  [["b-*"], ["b-*"], []],
])("include %j, exclude %j shows %j", (include, exclude, shown) => {
  expect(["a", "b-x", ".c"].filter(nameFilter(include, exclude))).toEqual(shown);
});
