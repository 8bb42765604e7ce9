import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { removePostgres, startPostgres } from "../postgres/start-postgres";
import type { Shutdown } from "../processes/shutdown";
import { startEmulator } from "../stack/emulator";
import { startSignOn } from "../testing/identity/start-sign-on";

/** PostgreSQL, an emulator without pipelines, an OpenID Connect provider, and a server where people sign in at it. */
export async function startSignOnTown(shutdown: Shutdown): Promise<{ url: string; emulatorUrl: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-prove-"));
  chmodSync(folder, 0o711);
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = path.join(folder, "postgres");
  shutdown.add(() => removePostgres(dataDir));
  const database = await startPostgres({ dataDir, throwaway: true });
  const emulator = await startEmulator(["--port", "0", "--world", "empty"], "quiet");
  shutdown.add(() => emulator.child.stop());
  const { url } = await startSignOn(shutdown, {
    folder,
    databaseUrl: database.url,
    emulatorUrl: emulator.url,
    timeoutMs: 20_000,
  });
  return { url, emulatorUrl: emulator.url };
}
