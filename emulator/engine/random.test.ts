import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "./random";

describe("Random", () => {
  it("gives the same row of numbers for the same seed and another for another", () => {
    const row = (seed: number): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 20 }, () => random.bits());
    };
    expect(row(1)).toEqual(row(1));
    expect(row(1)).not.toEqual(row(2));
    expect(row(1)).not.toEqual(row(2 ** 32 + 1));
  });

  it("stays between its bounds, both of which it reaches", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1000, max: 1000 }), fc.nat(5), (seed, low, span) => {
        const random = new Random(seed);
        const seen = new Set(Array.from({ length: 300 }, () => random.between(low, low + span)));
        expect(Math.min(...seen)).toBe(low);
        expect(Math.max(...seen)).toBe(low + span);
      }),
    );
  });

  it("makes UUIDs the service's patterns accept", () => {
    const random = new Random(3);
    for (let count = 0; count < 200; count += 1) {
      expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it("picks entries and makes texts of the asked length", () => {
    const random = new Random(4);
    expect(["a", "b"]).toContain(random.pick(["a", "b"]));
    expect(random.hex(40)).toMatch(/^[0-9a-f]{40}$/);
    expect(random.text(5, "x")).toBe("xxxxx");
  });
});
