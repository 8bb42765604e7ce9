import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "../processes/port";
import { type Binaries, findBinaries } from "./binaries";
import { createCluster, passwordOf } from "./cluster";
import { type Home, homeFor, sharedHome } from "./home";
import { type OperatingUser, operatingUser } from "./operating-user";
import { PostgresError } from "./postgres-error";
import { clearStalePidFile, type Postmaster, runningPostmaster } from "./postmaster";
import { logTail, spawnServer } from "./server-process";

export type PostgresOptions = {
  /** The folder of the cluster; made when absent. */
  dataDir: string;
  /** 0 or absent picks a free one. A server that runs already keeps its own. */
  port?: number;
  /** For tests: no fsync, so a power cut may lose data, and everything is quicker. */
  throwaway?: boolean;
};

/** `url` names the database `postgres` with user and password; `adopted` says that the server ran before us. */
export type RunningPostgres = {
  url: string;
  port: number;
  pid: number;
  adopted: boolean;
  /** Settles when the server is gone, for whatever reason; the words go after its name. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of `dataDir` on loopback, or takes over the one that still runs there.
 * The server ends when this process ends, however that happens. Throws PostgresError with a one-line message.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = operatingUser();
  const dataDir = path.resolve(options.dataDir);
  const home = homeFor(dataDir, user);
  const binaries = findBinaries(user, sharedHome);
  const adopted = await adopt(home);
  if (adopted) return adopted;
  await clearStalePidFile(home.cluster);
  await createCluster(home, binaries, user, options.throwaway ?? false);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port || (await freePort());
    const started = await tryStart(home, binaries, user, port, options.throwaway ?? false);
    if (started) return started;
    if (options.port || attempt === 5)
      throw new PostgresError(`PostgreSQL cannot listen on 127.0.0.1:${port}: the port is taken.`);
  }
}

async function adopt(home: Home): Promise<RunningPostgres | undefined> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const found = runningPostmaster(home.cluster);
    if (!found) return undefined;
    const password = passwordOf(home);
    if (found.ready && password && (await answers(found.port, password)))
      return running(home, found, password, true);
    if (performance.now() > deadline) {
      throw new PostgresError(
        `A PostgreSQL server (process ${found.pid}) uses ${home.cluster} and does not answer. End it (kill ${found.pid}) and start again.`,
      );
    }
    await delay(50);
  }
}

async function tryStart(
  home: Home,
  binaries: Binaries,
  user: OperatingUser,
  port: number,
  throwaway: boolean,
): Promise<RunningPostgres | undefined> {
  const child = spawnServer(home, binaries, user, port, throwaway);
  let failure: string | undefined;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    failure ??= `it ended with ${code === null ? signal : `code ${code}`}`;
  });
  for (;;) {
    if (failure !== undefined) {
      const tail = logTail(home);
      if (/could not bind|could not create any TCP\/IP sockets/.test(tail)) return undefined;
      if (/No space left on device/.test(tail))
        throw new PostgresError(`No disk space left in ${home.base}.`);
      throw new PostgresError(`PostgreSQL did not start: ${failure}. ${tail}`);
    }
    const found = runningPostmaster(home.cluster);
    if (found?.ready && found.port === port) {
      child.unref();
      child.stdin?.once("error", () => undefined);
      return running(home, found, passwordOf(home) ?? "", false, () => child.stdin?.destroy());
    }
    await delay(20);
  }
}

function running(
  home: Home,
  found: Postmaster,
  password: string,
  adopted: boolean,
  afterStop?: () => void,
): RunningPostgres {
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(found.port, password),
    port: found.port,
    pid: found.pid,
    adopted,
    ended: untilGone(home, found.pid),
    stop: () => {
      stopping ??= end(home, found.pid).finally(() => afterStop?.());
      return stopping;
    },
  };
}

async function untilGone(home: Home, pid: number): Promise<string> {
  while (runningPostmaster(home.cluster)?.pid === pid) await delay(250, undefined, { ref: false });
  return "has ended";
}

/** SIGINT is PostgreSQL's fast shutdown: sessions are cut, a checkpoint is written. */
async function end(home: Home, pid: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  const signal = (name: NodeJS.Signals) => {
    if (runningPostmaster(home.cluster)?.pid === pid) process.kill(pid, name);
  };
  signal("SIGINT");
  while (runningPostmaster(home.cluster)?.pid === pid) {
    if (performance.now() > deadline) {
      signal("SIGQUIT");
      return;
    }
    await delay(20);
  }
}

/** Ends the server of a folder, when one runs there, and deletes the folder. For tests. */
export async function removePostgres(dataDir: string): Promise<void> {
  const home = homeFor(path.resolve(dataDir), operatingUser());
  const found = runningPostmaster(home.cluster);
  if (found) await end(home, found.pid);
  for (const folder of new Set([home.base, dataDir]))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function urlOf(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}
