import { expect, it } from "vitest";
import { testManners } from "./test-manners";

it.each([
  ["lib/a.test.ts", `it("${"should"} work", () => {});`],
  ["lib/a.test.ts", `it.each([1])('${"should"} work', () => {});`],
  ["e2e/a.spec.ts", `await page.waitForTime${"out"}(100);`],
  ["e2e/a.spec.ts", `page.getByTest${"Id"}("x")`],
  ["components/a.tsx", `<p data-test${"id"}="x" />`],
  ["lib/a.spec.ts", ""],
  ["e2e/a.test.ts", ""],
])("finds what is not done in %s: %s", (path, text) => {
  expect(testManners.run([{ path, text }])).toMatchObject([{ path, line: 1 }]);
});

it("accepts facts as titles and roles as locators", () => {
  const text = 'it("shows what one should do", () => page.getByRole("button"));';
  expect(
    testManners.run([
      { path: "e2e/a.spec.ts", text },
      { path: "e2e/fixtures/a.ts", text: "" },
    ]),
  ).toEqual([]);
});
