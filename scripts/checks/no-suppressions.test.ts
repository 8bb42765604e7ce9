import { expect, it } from "vitest";
import { noSuppressions } from "./no-suppressions";

it.each(
  ["biome-", "@ts-"]
    .flatMap((start) => [`// ${start}ignore: because`])
    .concat(`// eslint-${"disable"}-next-line`, `x as ${"any"}`),
)("finds %s", (text) => {
  const path = "lib/domain/age.ts";
  expect(noSuppressions.run([{ path, text }])).toMatchObject([{ path, line: 1 }]);
});

it("lets words that only look alike be", () => {
  expect(noSuppressions.run([{ path: "a.ts", text: "was anything ignored; x as Anyone" }])).toEqual([]);
});
