import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceHash } from "./source-hash";

let root = "";
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "pipedeck-sources-"));
  write("lib/a.ts", "1");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ["a changed source", "lib/a.ts", "2"],
  ["a new source", "app/page.tsx", ""],
  ["a changed package", "package-lock.json", "{ }"],
])("%s changes the hash", (_, file, text) => {
  const before = sourceHash(root);
  write(file, text);
  expect(sourceHash(root)).not.toBe(before);
});

it("tests, scripts and the emulator do not", () => {
  const before = sourceHash(root);
  for (const file of ["lib/a.test.ts", "scripts/demo.ts", "emulator/main.ts", "e2e/a.spec.ts"])
    write(file, "x");
  expect(sourceHash(root)).toBe(before);
});
