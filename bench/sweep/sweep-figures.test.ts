import { expect, test } from "vitest";
import type { Request } from "./journal";
import { isOver, sweepOf } from "./sweep-figures";

function state(second: number, pipeline: string, throttled = false): Request {
  return { atMs: second * 1000, operation: "GetPipelineState", pipeline, throttled };
}

const requests: Request[] = [
  { atMs: 0, operation: "ListPipelines", pipeline: null, throttled: false },
  state(1, "a", true),
  state(2, "a"),
  state(3, "a"),
  state(4, "b"),
  state(40, "a"),
  state(50, "a", true),
  state(60, "a"),
  state(90, "b"),
];

test("a sweep lasts from the first request until the last pipeline was read once", () => {
  expect(sweepOf(requests, 2)).toEqual({
    seconds: 4,
    served: 4,
    needed: 3,
    throttledLate: 0.25,
    throttledEarly: 1,
  });
});

test("it is over when all were read and 90 s have passed", () => {
  expect(isOver(requests, 2)).toBe(true);
  expect(isOver(requests, 3)).toBe(false);
  expect(isOver(requests.slice(0, 8), 2)).toBe(false);
});
