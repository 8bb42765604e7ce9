import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { ConfigError } from "./config-error";
import { getConfig } from "./get-config";

const folder = mkdtempSync(join(tmpdir(), "pipedeck-config-"));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a file is parsed once", () => {
  const file = join(folder, "a.yaml");
  vi.stubEnv("PIPEDECK_CONFIG", file);
  writeFileSync(file, "targets: []\n");
  const config = getConfig();
  writeFileSync(file, "nonsense");
  expect(getConfig()).toBe(config);
});

test("a missing file is named, with what is expected", () => {
  vi.stubEnv("PIPEDECK_CONFIG", join(folder, "missing.yaml"));
  expect(() => getConfig()).toThrow(ConfigError);
  expect(() => getConfig()).toThrow(
    /missing\.yaml: cannot be read: there is no such file\. Expected a YAML file/,
  );
});

test("a folder in place of a file is told", () => {
  vi.stubEnv("PIPEDECK_CONFIG", tmpdir());
  expect(() => getConfig()).toThrow(/cannot be read: .*EISDIR/);
});
