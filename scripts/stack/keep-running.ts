import type { RunningPostgres } from "../postgres/start-postgres";
import { keepUp } from "../processes/keep-up";
import type { ManagedChild } from "../processes/managed-child";
import type { Shutdown } from "../processes/shutdown";

/** Starts a server that works again whenever something ends it. Rejects when it is given up; never resolves. */
export function keepServer(
  server: ManagedChild,
  again: () => ManagedChild,
  shutdown: Shutdown,
): Promise<never> {
  const kept = keepUp(server.label, server, again);
  shutdown.add(() => kept.stop());
  return kept.failed;
}

/** The same for the embedded PostgreSQL of a folder, which comes back on its port. */
export async function keepDatabase(
  database: RunningPostgres,
  dataDir: string,
  shutdown: Shutdown,
): Promise<never> {
  const { startPostgres } = await import("../postgres/start-postgres");
  const kept = keepUp("PostgreSQL", database, () => startPostgres({ dataDir, port: database.port }));
  shutdown.add(() => kept.stop());
  return await kept.failed;
}
