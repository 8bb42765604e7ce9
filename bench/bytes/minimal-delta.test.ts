import { expect, test } from "vitest";
import { minimalDelta } from "./minimal-delta";

test("what differs is named by its path, and nothing else", () => {
  const before = { a: 1, b: { c: 2, d: [1, { e: 1, f: 2 }] }, g: "x", asOf: "1" };
  const after = { a: 1, b: { c: 3, d: [1, { e: 5, f: 2 }] }, asOf: "2" };
  expect(minimalDelta(before, after, ["asOf"])).toEqual({ b: { c: 3, d: { 1: { e: 5 } } }, g: null });
});

test("equals differ in nothing, whatever is left out", () => {
  expect(minimalDelta({ a: [1] }, { a: [1] })).toBeUndefined();
  expect(minimalDelta({ a: 1, asOf: "1" }, { a: 1, asOf: "2" }, ["asOf"])).toBeUndefined();
});

test("a list of another length comes whole", () => {
  expect(minimalDelta([1, 2], [1, 2, 3])).toEqual([1, 2, 3]);
});
