import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installState, isMarked, markInstalled, markUnfinished } from "./installed.mjs";

let root = "";

function write(file: string, value: unknown): void {
  const at = path.join(root, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, JSON.stringify(value));
}

/** A project that asks for `a` and, on another system, `b`; `a` is installed in the version given. */
function project(asked: string, installed: string): void {
  const b = { version: "1.0.0", optional: true, os: ["elsewhere"] };
  write("package-lock.json", {
    packages: { "": {}, "node_modules/a": { version: asked }, "node_modules/b": b },
  });
  write("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: installed } } });
  write("node_modules/a/package.json", {});
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "pipedeck-installed-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("nothing installed is broken", () => {
  write("package-lock.json", { packages: {} });
  expect(installState(root)).toBe("broken");
});

it("what npm itself installed is current without our mark", () => {
  project("1.0.0", "1.0.0");
  expect(installState(root)).toBe("current");
  expect(isMarked(root)).toBe(false);
});

it("another version than the lock file's is outdated", () => {
  project("2.0.0", "1.0.0");
  expect(installState(root)).toBe("outdated");
});

it("a lock file that changed after our install is outdated", () => {
  project("1.0.0", "1.0.0");
  markInstalled(root);
  expect(installState(root)).toBe("current");
  project("2.0.0", "1.0.0");
  expect(installState(root)).toBe("outdated");
});

it("an interrupted install and a deleted package are broken", () => {
  project("1.0.0", "1.0.0");
  markUnfinished(root);
  expect(installState(root)).toBe("broken");
  markInstalled(root);
  expect(installState(root)).toBe("current");
  rmSync(path.join(root, "node_modules/a"), { recursive: true });
  expect(installState(root)).toBe("broken");
});
