import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { removePostgres, startPostgres } from "../postgres/start-postgres";
import { freePort } from "../processes/port";
import { Shutdown } from "../processes/shutdown";
import { ensureBuilt } from "../production-build/ensure-built";
import { findChromium } from "../proof/chromium";
import { startEmulatedServer } from "../stack/emulated-server";
import { startEmulator } from "../stack/emulator";
import { root } from "../stack/folders";
import { serverReady, urlOf } from "../stack/server";
import { startHostileServer } from "./hostile-server";
import { startSignOn } from "./identity/start-sign-on";
import { havePublishedAnswers } from "./published-answers";
import { startPublishedServer } from "./published-server";
import { startServerSwitch } from "./server-switch";
import { startTroubledServer } from "./troubled-server";

/**
 * Starts PostgreSQL, the emulator and the production server once for the whole run of Playwright, each on a port of
 * its own; the tests find them in PIPEDECK_E2E_URL and PIPEDECK_E2E_EMULATOR, and end and begin the server through
 * PIPEDECK_E2E_SWITCH. A second server, where people sign in at an OpenID Connect provider, and that provider are in
 * PIPEDECK_E2E_SIGN_ON as JSON; a third, whose AWS tests make fail, and its emulator in PIPEDECK_E2E_TROUBLED; a fourth, whose AWS
 * is as bad as may be, in PIPEDECK_E2E_HOSTILE. Where AWS's published answers are beside the project, a fifth server shows
 * those: PIPEDECK_E2E_PUBLISHED is its address and the stand-ins' as JSON.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const shutdown = new Shutdown();
  try {
    await start(shutdown);
  } catch (error) {
    await shutdown.close();
    throw error;
  }
  return () => shutdown.close();
}

/** A company in which nothing happens but what a test does. */
const QUIET = ["--world", "acme", "--seed", "305", "--now", "2026-03-02T09:00:00.000Z", "--life", "off"];

async function start(shutdown: Shutdown): Promise<void> {
  process.env.PIPEDECK_CHROMIUM ??= await findChromium();
  await ensureBuilt(root, shutdown);
  const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-e2e-"));
  chmodSync(folder, 0o711);
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = path.join(folder, "postgres");
  const database = await startPostgres({ dataDir, throwaway: true });
  shutdown.add(() => removePostgres(dataDir));
  const emulator = await startEmulator(["--port", "0", ...QUIET], "quiet");
  shutdown.add(() => emulator.child.stop());
  const host = "127.0.0.1";
  const port = await freePort();
  const startServer = () =>
    startEmulatedServer({
      mode: "start",
      host,
      port,
      folder,
      database: { DATABASE_URL: database.url },
      emulatorUrl: emulator.url,
      followsClock: true,
      output: process.env.PIPEDECK_E2E_LOG ? { file: process.env.PIPEDECK_E2E_LOG } : "quiet",
    });
  let server = startServer();
  shutdown.add(() => server.stop());
  await serverReady(server, urlOf(host, port), 60_000);
  process.env.PIPEDECK_E2E_URL = urlOf(host, port);
  process.env.PIPEDECK_E2E_SWITCH = await startServerSwitch(shutdown, {
    stop: () => server.stop(),
    start: async () => {
      server = startServer();
      await serverReady(server, urlOf(host, port), 60_000);
    },
  });
  process.env.PIPEDECK_E2E_EMULATOR = emulator.url;
  const signOn = await startSignOn(shutdown, {
    folder,
    databaseUrl: database.url,
    emulatorUrl: emulator.url,
  });
  process.env.PIPEDECK_E2E_SIGN_ON = JSON.stringify(signOn);
  const troubled = await startTroubledServer(shutdown, { folder, databaseUrl: database.url, world: QUIET });
  process.env.PIPEDECK_E2E_TROUBLED = JSON.stringify(troubled);
  process.env.PIPEDECK_E2E_HOSTILE = await startHostileServer(shutdown, {
    folder,
    databaseUrl: database.url,
  });
  if (!havePublishedAnswers) return;
  const { url, scenes } = await startPublishedServer(shutdown, { folder, databaseUrl: database.url });
  const stands = Object.fromEntries(scenes.map((scene) => [scene.id, scene.url]));
  process.env.PIPEDECK_E2E_PUBLISHED = JSON.stringify({ url, stands });
}
