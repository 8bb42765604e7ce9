import { expect, it } from "vitest";
import { namedRandom } from "./named-random";

function row(seed: number, ...names: string[]): string {
  return namedRandom(seed, ...names).hex(40);
}

it("gives the same numbers for the same seed and names, others for any other", () => {
  expect(row(1, "a", "shop")).toBe(row(1, "a", "shop"));
  const rows = [row(1, "a", "shop"), row(2, "a", "shop"), row(1, "b", "shop"), row(1, "a", "shoq")];
  expect(new Set(rows).size).toBe(4);
});

it("keeps ten thousand names apart", () => {
  const rows = Array.from({ length: 10_000 }, (_none, index) => row(1, `service-${index}`));
  expect(new Set(rows).size).toBe(10_000);
});
