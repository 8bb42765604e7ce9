import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { keptSecret } from "./kept-secret";

it("is made once, long, and readable by its owner alone", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-secret-"));
  try {
    const secret = keptSecret(folder);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(keptSecret(folder)).toBe(secret);
    expect(statSync(path.join(folder, "session-secret")).mode & 0o077).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
