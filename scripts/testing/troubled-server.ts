import { mkdirSync } from "node:fs";
import path from "node:path";
import { freePort } from "../processes/port";
import type { Shutdown } from "../processes/shutdown";
import { startEmulatedServer } from "../stack/emulated-server";
import { startEmulator } from "../stack/emulator";
import { serverReady, urlOf } from "../stack/server";
import { ownDatabase } from "./own-database";

/**
 * Starts a production server with an emulator of its own, so that what befalls AWS there befalls no other test, and with a
 * database of its own beside that of `databaseUrl`. Answers both addresses.
 */
export async function startTroubledServer(
  shutdown: Shutdown,
  options: { folder: string; databaseUrl: string; world: readonly string[] },
): Promise<{ url: string; emulatorUrl: string }> {
  const emulator = await startEmulator(["--port", "0", ...options.world], "quiet");
  shutdown.add(() => emulator.child.stop());
  const folder = path.join(options.folder, "troubled");
  mkdirSync(folder);
  const host = "127.0.0.1";
  const port = await freePort();
  const server = startEmulatedServer({
    mode: "start",
    host,
    port,
    folder,
    database: { DATABASE_URL: await ownDatabase(options.databaseUrl, "troubled") },
    emulatorUrl: emulator.url,
    followsClock: true,
    output: process.env.PIPEDECK_E2E_LOG ? { file: `${process.env.PIPEDECK_E2E_LOG}.troubled` } : "quiet",
  });
  shutdown.add(() => server.stop());
  await serverReady(server, urlOf(host, port), 60_000);
  return { url: urlOf(host, port), emulatorUrl: emulator.url };
}
