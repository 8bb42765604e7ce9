import fc from "fast-check";
import { expect, test } from "vitest";
import { nextWindow, type RowWindow, rowsInSight, windowInSight, windowWithin } from "./row-window";

test.each([
  ["at the top", { offsetPx: 0, heightPx: 100 }, { from: 0, to: 4 }],
  ["inside, parts of rows count", { offsetPx: 40, heightPx: 100 }, { from: 1, to: 5 }],
  ["while it begins below the top of the window", { offsetPx: -50, heightPx: 100 }, { from: 0, to: 2 }],
  ["while it is not in the window yet", { offsetPx: -500, heightPx: 100 }, { from: 0, to: 0 }],
  ["beyond its end", { offsetPx: 5000, heightPx: 100 }, { from: 20, to: 20 }],
])("the rows in sight of a list of twenty %s", (_words, place, expected) => {
  expect(rowsInSight({ ...place, topOf: (index) => index * 32, count: 20 })).toEqual(expected);
});

test("of rows of any heights those are in sight that have a pixel in what can be seen", () => {
  const heights = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 });
  const place = fc.record({
    offsetPx: fc.integer({ min: -900, max: 4000 }),
    heightPx: fc.integer({ min: 1, max: 900 }),
  });
  fc.assert(
    fc.property(heights, place, (all, { offsetPx, heightPx }) => {
      const tops = [0];
      for (const height of all) tops.push((tops.at(-1) ?? 0) + height);
      const topOf = (index: number) => tops[index] ?? 0;
      const { from, to } = rowsInSight({ offsetPx, heightPx, topOf, count: all.length });
      const seen = [...all.keys()].filter(
        (index) => topOf(index + 1) > offsetPx && topOf(index) < offsetPx + heightPx,
      );
      expect([...all.keys()].slice(from, to)).toEqual(seen);
    }),
  );
});

test("of a list about something else, the rows in sight come at once, those around them later", () => {
  expect(windowInSight({ from: 0, to: 30 }, 8)).toEqual({ from: 0, to: 22 });
  expect(windowInSight({ from: 100, to: 138 }, 8)).toEqual({ from: 108, to: 130 });
  expect(windowInSight({ from: 0, to: 3 }, 8)).toEqual({ from: 0, to: 10 });
});

test("a window of a list that became shorter stays as full as the list allows", () => {
  expect(windowWithin({ from: 500, to: 540 }, 20)).toEqual({ from: 0, to: 20 });
  expect(windowWithin({ from: 500, to: 540 }, 520)).toEqual({ from: 480, to: 520 });
  expect(windowWithin({ from: 500, to: 540 }, 10_000)).toEqual({ from: 500, to: 540 });
});

const window = (count: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: count }), fc.integer({ min: 0, max: count }))
    .map(([a, b]): RowWindow => ({ from: Math.min(a, b), to: Math.max(a, b) }));

test("from wherever to wherever, few rows come at a time, and soon all in sight are there", () => {
  const worlds = fc
    .integer({ min: 0, max: 10_000 })
    .chain((count) => fc.tuple(fc.constant(count), window(count), window(Math.min(count, 40)), fc.nat()));
  fc.assert(
    fc.property(worlds, ([count, start, size, place]) => {
      const from = Math.min(place % (count + 1), count - (size.to - size.from));
      const inSight = { from, to: from + size.to - size.from };
      let shown = start;
      for (let steps = 0; ; steps += 1) {
        const next = nextWindow(shown, inSight, count, 8);
        if (next === shown) break;
        const kept = Math.max(0, Math.min(shown.to, next.to) - Math.max(shown.from, next.from));
        expect(next.to - next.from - kept).toBeLessThanOrEqual(10);
        expect(next.from).toBeGreaterThanOrEqual(0);
        expect(next.to).toBeLessThanOrEqual(count);
        shown = next;
        expect(steps).toBeLessThan(10);
      }
      expect(shown.from).toBeLessThanOrEqual(inSight.from);
      expect(shown.to).toBeGreaterThanOrEqual(inSight.to);
    }),
  );
});
