import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../../scripts/stack/folders";
import { chunksWithZod } from "./schema-library";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pipedeck-chunks-"));
  mkdirSync(path.join(folder, ".next/static/chunks"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, ".next/static/chunks", name), text);
}

test("a chunk with zod's own code in it is found", () => {
  write("a.js", readFileSync(path.join(root, "node_modules/zod/v4/core/errors.js"), "utf8"));
  write("b.js", "export const ok = 1;");
  expect(chunksWithZod(folder)).toEqual(["chunks/a.js"]);
});

test("chunks without it are clean", () => {
  write("a.js", "const horizon = 'Zodiac';");
  expect(chunksWithZod(folder)).toEqual([]);
});
