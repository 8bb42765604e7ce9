import type { RunningPostgres } from "../postgres/start-postgres";
import { failWhenEnded, type ManagedChild } from "../processes/managed-child";
import type { Shutdown } from "../processes/shutdown";

/**
 * Starts a server and, while it loads, the embedded PostgreSQL of `dataDir`, and tells it where that is. `start` gets
 * the part of the environment that makes the server wait for it. Fails when either ends; the server is not ready yet.
 */
export async function startWithDatabase(
  dataDir: string,
  start: (waiting: { PIPEDECK_DATABASE_COMES: string }) => ManagedChild,
  shutdown: Shutdown,
): Promise<{ server: ManagedChild; database: RunningPostgres }> {
  // Opened last and closed first: the server. So the database's closer is there before either runs.
  let running: RunningPostgres | undefined;
  shutdown.add(() => running?.stop());
  const server = start({ PIPEDECK_DATABASE_COMES: "1" });
  shutdown.add(() => server.stop());
  const starting = postgresOf(dataDir).then((database) => {
    running = database;
    return database;
  });
  const database = await Promise.race([starting, failWhenEnded(server)]);
  server.send({ databaseUrl: database.url });
  return { server, database };
}

// Loaded only now: the server, which takes longest, begins before it.
async function postgresOf(dataDir: string): Promise<RunningPostgres> {
  const { startPostgres } = await import("../postgres/start-postgres");
  return startPostgres({ dataDir });
}
