import { setTimeout as delay } from "node:timers/promises";
import type { Replica, Town } from "../../replicas/town";
import { until } from "../../replicas/until";

const TRIES = 10;

/** Kill -9 of PostgreSQL, and its next start. */
export async function killDatabase(town: Town): Promise<void> {
  town.killDatabase();
  await until("PostgreSQL is dead", 60_000, () => town.databasePid() === undefined);
  await again(() => town.restoreDatabase());
}

/** Kill -9 of a server. */
export async function killServer(server: Replica): Promise<void> {
  server.child.signal("SIGKILL");
  await server.child.ended;
}

/** Starts a server at an address again, as whoever keeps it would: until PostgreSQL is there too. */
export function startAgain(town: Town, url: string): Promise<Replica> {
  return again(() => town.server(url));
}

/** As whoever keeps a process up: what does not start at once is tried again. */
async function again<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === TRIES) throw error;
      await delay(500);
    }
  }
}
