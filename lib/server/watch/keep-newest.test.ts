import { expect, it } from "vitest";
import { keepNewest } from "./keep-newest";

it("what was kept or asked for longest ago goes first, and the newest stays", () => {
  const kept = new Map<string, number>();
  for (const [key, value] of [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ] as const)
    keepNewest(kept, key, value, 3);
  expect(keepNewest(kept, "a", 4, 3)).toBe(4);
  keepNewest(kept, "d", 5, 3);
  expect([...kept]).toEqual([
    ["c", 3],
    ["a", 4],
    ["d", 5],
  ]);
  const dropped: number[] = [];
  keepNewest(kept, "e", 6, 1, (value) => dropped.push(value));
  expect([...kept]).toEqual([["e", 6]]);
  expect(dropped).toEqual([3, 4, 5]);
});
