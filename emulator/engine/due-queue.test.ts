import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DueQueue } from "./due-queue";

describe("DueQueue", () => {
  it("hands out what is due by instant, then by the order of adding", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (instants) => {
        const queue = new DueQueue();
        for (const at of instants) queue.add(at, () => undefined);
        const taken: Array<[number, number]> = [];
        for (let due = queue.take(20); due; due = queue.take(20)) taken.push([due.at, due.sequence]);
        const expected = instants.map((at, index): [number, number] => [at, index + 1]);
        expect(taken).toEqual(expected.sort(([a, b], [c, d]) => a - c || b - d));
      }),
    );
  });

  it("hands out nothing that is due later", () => {
    const queue = new DueQueue();
    queue.add(10, () => undefined);
    expect(queue.take(9)).toBeUndefined();
    expect(queue.peek()?.at).toBe(10);
  });

  it("passes over what was cancelled", () => {
    const queue = new DueQueue();
    const first = queue.add(1, () => undefined);
    queue.add(2, () => undefined);
    queue.cancel(first);
    expect(queue.peek()?.at).toBe(2);
    expect(queue.take(5)?.at).toBe(2);
    expect(queue.peek()).toBeUndefined();
  });
});
