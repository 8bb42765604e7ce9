import fc from "fast-check";
import { expect, test } from "vitest";
import { artifactPath } from "./artifact-paths";

const box = (left: number, top: number) => ({ left, top, width: 100, height: 40 });

test("a line leads from the right side of one card to the left side of the other", () => {
  expect(artifactPath(box(0, 0), box(300, 100))).toBe("M100 20C200 20 200 120 300 120");
});

test("in one column it goes down, from the bottom of one card to the top of the other", () => {
  expect(artifactPath(box(0, 0), box(0, 100))).toBe("M50 40C50 70 50 70 50 100");
});

test("it is drawn whatever the places are", () => {
  const place = fc.double({ min: -5000, max: 50000, noNaN: true });
  fc.assert(
    fc.property(place, place, place, place, (a, b, c, d) => {
      expect(artifactPath(box(a, b), box(c, d))).toMatch(/^M[-\d. ]+C[-\d. ]+$/);
    }),
  );
});
