import { expect, it } from "vitest";
import { fileSizes } from "./file-sizes";

const lines = (count: number) => "x\n".repeat(count);

it.each([
  ["lib/domain/age.ts", 300],
  ["app/(pages)/page.tsx", 30],
  ["app/page.tsx", 30],
  ["app/api/targets/route.ts", 40],
])("lets %s have %i lines and not one more", (path, limit) => {
  expect(fileSizes.run([{ path, text: lines(limit) }])).toEqual([]);
  expect(fileSizes.run([{ path, text: lines(limit + 1) }])).toEqual([
    { path, line: limit + 1, message: `${limit + 1} lines; at most ${limit}` },
  ]);
});

it("does not count data and documents", () => {
  expect(fileSizes.run([{ path: "README.md", text: lines(900) }])).toEqual([]);
});
