import { expect, it } from "vitest";
import { serverOnlyFirst } from "./server-only-first";

const path = "lib/server/reads/list.ts";

it.each([
  ["nothing", "export const a = 1;"],
  ["the bare string", '"server-only";'],
  ["the import in second place", 'import pg from "pg";\nimport "server-only";'],
])("finds %s", (_, text) => {
  expect(serverOnlyFirst.run([{ path, text }])).toMatchObject([{ path, line: 1 }]);
});

it("accepts the import after a comment, and asks it of no test and of nothing outside lib/server", () => {
  expect(
    serverOnlyFirst.run([
      { path, text: '/** Why. */\n// More.\nimport "server-only";\n' },
      { path: "lib/server/reads/list.test.ts", text: "" },
      { path: "lib/domain/age.ts", text: "" },
    ]),
  ).toEqual([]);
});
