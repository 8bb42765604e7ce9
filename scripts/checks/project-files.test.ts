import { expect, it } from "vitest";
import { root } from "../stack/folders";
import { projectFiles } from "./project-files";

it("finds the files that people write, with their text, and none that are made", () => {
  const files = projectFiles(root);
  expect(files.find(({ path }) => path === "scripts/run.mjs")?.text).toContain("import");
  expect(files.some(({ path }) => path.startsWith("node_modules/") || path.startsWith(".next/"))).toBe(false);
});
