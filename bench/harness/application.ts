import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { removePostgres, startPostgres } from "../../scripts/postgres/start-postgres";
import { freePort } from "../../scripts/processes/port";
import { ensureBuilt } from "../../scripts/production-build/ensure-built";
import { startEmulatedServer } from "../../scripts/stack/emulated-server";
import { startEmulator } from "../../scripts/stack/emulator";
import { root } from "../../scripts/stack/folders";
import { serverReady, urlOf } from "../../scripts/stack/server";
import { type Session, signIn } from "../../scripts/testing/session";
import type { Bench } from "./run-bench";

/** The running application; `session` is that of the demo's viewer, `emulator` and `database` are what it runs on. */
export type Application = {
  url: string;
  session: Session;
  emulator: string;
  database: string;
  stop: () => Promise<void>;
};

/**
 * Starts the production build with a PostgreSQL and an emulator of its own, and signs in. `name` tells several in one
 * run apart; `world` are flags of the
 * emulator; `permissions` and `history` are those keys of the configuration.
 */
export async function startApplication(
  { folder, shutdown }: Bench,
  {
    name,
    world,
    permissions,
    history,
  }: { name: string; world: string[]; permissions?: object; history?: object },
): Promise<Application> {
  await ensureBuilt(root, shutdown);
  const own = path.join(folder, name);
  mkdirSync(own);
  chmodSync(own, 0o711);
  const dataDir = path.join(own, "postgres");
  const database = await startPostgres({ dataDir, throwaway: true });
  shutdown.add(() => removePostgres(dataDir));
  const emulator = await startEmulator(["--port", "0", ...world], "quiet");
  shutdown.add(() => emulator.child.stop());
  const host = "127.0.0.1";
  const port = await freePort();
  const url = urlOf(host, port);
  const server = startEmulatedServer({
    mode: "start",
    host,
    port,
    folder: own,
    database: { DATABASE_URL: database.url },
    emulatorUrl: emulator.url,
    permissions,
    history,
    output: "quiet",
  });
  shutdown.add(() => server.stop());
  await serverReady(server, url, 60_000);
  const stop = async () => {
    await server.stop();
    await emulator.child.stop();
  };
  return { url, session: await signIn(url, "viewer"), emulator: emulator.url, database: database.url, stop };
}
