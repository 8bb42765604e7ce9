import { expect, test } from "vitest";
import { readGaps } from "./read-gaps";

const read = (pipeline: string, second: number, throttled = false) => ({
  atMs: second * 1000,
  operation: "GetPipelineState",
  pipeline,
  throttled,
});

test("a gap lies between two reads of one pipeline, and from the last to the end", () => {
  const requests = [read("a", 0), read("b", 1), read("a", 4), read("a", 5, true), read("b", 9)];
  expect(readGaps(requests, 0, 10_000).toSorted((a, b) => a - b)).toEqual([1000, 4000, 6000, 8000]);
});

test("what was before the window counts from its beginning", () => {
  expect(readGaps([read("a", 0), read("a", 20)], 10_000, 20_000)).toEqual([10_000]);
});
