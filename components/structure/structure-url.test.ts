import { expect, test } from "vitest";
import { readStructureParams, structureSearch } from "./structure-url";

const read = (search: string) => readStructureParams(new URLSearchParams(search));

test("the address says the view and the versions", () => {
  expect(read("?view=changes&version=12&compareWith=11")).toEqual({
    view: "changes",
    version: 12,
    compareWith: 11,
  });
  expect(read("?view=spiral")).toEqual({ view: "declaration" });
});

test("what can be no version is kept as it was written", () => {
  expect(read("?version=0")).toEqual({ view: "declaration", wrong: "0" });
  expect(read("?version=2&compareWith=x")).toEqual({ view: "declaration", wrong: "x" });
});

test("a choice changes its part of the address and leaves the rest", () => {
  expect(structureSearch("?press=release&version=2", { view: "yaml" })).toBe(
    "?press=release&version=2&view=yaml",
  );
  expect(structureSearch("?view=yaml&version=2", { view: "declaration", version: undefined })).toBe("");
});
