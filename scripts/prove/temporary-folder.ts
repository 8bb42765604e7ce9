import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Shutdown } from "../processes/shutdown";

/** A folder that goes with `shutdown`, and that the user PostgreSQL runs as can enter. */
export function temporaryFolder(shutdown: Shutdown, prefix: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  chmodSync(folder, 0o711);
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
