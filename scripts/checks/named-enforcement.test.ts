import { expect, it } from "vitest";
import { namedEnforcement } from "./named-enforcement";

const check = namedEnforcement(["file-sizes"], ["no-cycles"]);

it("finds a cited check that does not exist and an existing one that is not cited", () => {
  const text = "a\ncheck `file-sizes`, check `gone`, check `named-enforcement`";
  expect(check.run([{ path: "ARCHITECTURE.md", text }])).toEqual([
    { path: "ARCHITECTURE.md", line: 2, message: "cites gone, which enforces nothing" },
    { path: "ARCHITECTURE.md", line: 1, message: "does not name no-cycles, which is enforced" },
  ]);
});

it("accepts a document that names each", () => {
  const text = "check `file-sizes`, arrow `no-cycles`, check `named-enforcement`";
  expect(check.run([{ path: "ARCHITECTURE.md", text }])).toEqual([]);
});

it("finds the missing document", () => {
  expect(check.run([])).toMatchObject([{ message: "is missing" }]);
});
