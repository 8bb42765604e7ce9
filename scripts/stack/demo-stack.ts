import path from "node:path";
import { takeLock } from "../install/process-lock.mjs";
import { startProgress } from "../install/progress.mjs";
import { type RunningPostgres, startPostgres } from "../postgres/start-postgres";
import { failWhenEnded, type ManagedChild } from "../processes/managed-child";
import { portFrom, requireFreePort } from "../processes/port";
import type { Shutdown } from "../processes/shutdown";
import { WordedError } from "../processes/worded-error";
import { ensureBuilt } from "../production-build/ensure-built";
import { type EmulatedServerOptions, startEmulatedServer } from "./emulated-server";
import { startEmulator } from "./emulator";
import { dataFolder, makeFolder, root } from "./folders";
import { keepDatabase, keepServer } from "./keep-running";
import { serverReady, urlOf } from "./server";
import { startWithDatabase } from "./server-with-database";

const people = [
  ["Vera Novak", "viewer", "reads everything"],
  ["Arun Mehta", "approver", "also approves and rejects"],
  ["Olivia Brandt", "operator", "also stops"],
  ["Ada Lindqvist", "admin", "everything"],
] as const;

/**
 * Runs emulator, PostgreSQL and the application until one of them ends or the person ends it: `demo` from the
 * production build, `dev` with hot reload.
 */
export async function runDemoStack(kind: "demo" | "dev", shutdown: Shutdown): Promise<number> {
  const host = process.env.HOST || "127.0.0.1";
  const port = portFrom("PORT", 3000);
  const emulatorPort = portFrom("EMULATOR_PORT", 4599);
  const url = urlOf(host, port);
  const folder = makeFolder(path.join(dataFolder(), kind));
  const lock = takeLock(path.join(folder, "lock"), url);
  if (!lock.held) {
    throw new WordedError(
      `The ${kind} server already runs: ${lock.holder.note} (process ${lock.holder.pid}). End that one first, or use it.`,
    );
  }
  shutdown.add(lock.release);
  // A predecessor that was killed outright lets go of its ports a moment later.
  const patienceMs = lock.wasStale ? 5000 : 0;
  await requireFreePort(host, port, "PORT", patienceMs);
  await requireFreePort("127.0.0.1", emulatorPort, "EMULATOR_PORT", patienceMs);

  if (kind === "demo") await ensureBuilt(root, shutdown);

  const emulatorProgress = startProgress("Starting the emulator");
  const emulator = await startEmulator(["--port", String(emulatorPort), "--world", "acme"], {
    file: path.join(folder, "emulator.log"),
  }).catch((error: unknown) => {
    emulatorProgress.fail();
    throw error;
  });
  shutdown.add(() => emulator.child.stop());
  emulatorProgress.done("42 pipelines, 90 days of history");

  const serverProgress = startProgress("Starting the server");
  const logFile = path.join(folder, "server.log");
  const start = (databaseSettings: EmulatedServerOptions["database"]) =>
    startEmulatedServer({
      mode: kind === "dev" ? "dev" : "start",
      host,
      port,
      folder,
      database: databaseSettings,
      emulatorUrl: emulator.url,
      output: kind === "dev" ? "inherit" : { file: logFile },
    });
  const dataDir = path.join(folder, "postgres");
  const { server, database } = await startBoth(kind, dataDir, start, shutdown).catch((error: unknown) => {
    serverProgress.fail();
    throw error;
  });
  await Promise.race([serverReady(server, url, 120_000), failWhenEnded(emulator.child)]).catch(
    (error: unknown) => {
      serverProgress.fail();
      throw error;
    },
  );
  serverProgress.done("ready");
  console.log(welcome(url, host, kind === "demo" ? logFile : undefined));
  return await Promise.race([
    keepDatabase(database, dataDir, shutdown),
    keepServer(server, () => start({ DATABASE_URL: database.url }), shutdown),
    failWhenEnded(emulator.child),
  ]);
}

/** With hot reload another process serves, which hears nothing from us: there the database comes first. */
async function startBoth(
  kind: "demo" | "dev",
  dataDir: string,
  start: (database: EmulatedServerOptions["database"]) => ManagedChild,
  shutdown: Shutdown,
): Promise<{ server: ManagedChild; database: RunningPostgres }> {
  if (kind === "demo") return startWithDatabase(dataDir, start, shutdown);
  const database = await startPostgres({ dataDir });
  shutdown.add(() => database.stop());
  const server = start({ DATABASE_URL: database.url });
  shutdown.add(() => server.stop());
  return { server, database };
}

function welcome(url: string, host: string, logFile: string | undefined): string {
  const wide = Math.max(...people.map(([name]) => name.length));
  const local = ["127.0.0.1", "localhost", "::1"].includes(host);
  return [
    "",
    `  Pipedeck: ${url}`,
    "",
    "  Sign in as (no password):",
    ...people.map(([name, role, may]) => `    ${name.padEnd(wide)}  ${role.padEnd(8)}  ${may}`),
    "",
    ...(local
      ? []
      : [`  Warning: HOST=${host} lets others on the network in, and the demo asks for no password.`, ""]),
    ...(logFile ? [`  Log: ${path.relative(process.cwd(), logFile)}`] : []),
    "  Ctrl-C ends everything.",
    "",
  ].join("\n");
}
