import fc from "fast-check";
import { expect, test } from "vitest";
import { printFold, readFold } from "./overview-url";

test("folded groups survive the way into the address and back, whatever they are called", () => {
  const id = fc.oneof(fc.string({ unit: fc.constantFrom(..."%2C5,=- a") }), fc.constant(""), fc.string());
  fc.assert(
    fc.property(fc.uniqueArray(id.map((text) => (text === "" ? "" : `=${text}`))), (ids) => {
      expect(readFold(printFold(new Set(ids)))).toEqual(new Set(ids));
    }),
  );
});

test("an address without folds has none", () => {
  expect(readFold(null)).toEqual(new Set());
  expect(readFold("prod-eu,dev-eu")).toEqual(new Set(["prod-eu", "dev-eu"]));
});
