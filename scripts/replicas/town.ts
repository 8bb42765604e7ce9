import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { LoggedEvent } from "../faults/stage-events";
import { homeFor } from "../postgres/home";
import { operatingUser } from "../postgres/operating-user";
import { runningPostmaster } from "../postgres/postmaster";
import { type RunningPostgres, removePostgres, startPostgres } from "../postgres/start-postgres";
import { keepUp } from "../processes/keep-up";
import type { ManagedChild } from "../processes/managed-child";
import { freePort } from "../processes/port";
import type { Shutdown } from "../processes/shutdown";
import { demoTargets, type EmulatedTarget } from "../stack/demo-config";
import { startEmulatedServer } from "../stack/emulated-server";
import { type RunningEmulator, startEmulator } from "../stack/emulator";
import { keepServer } from "../stack/keep-running";
import { serverReady, urlOf } from "../stack/server";
import { type Counts, controlEmulator } from "../testing/emulator-control";

/** One server of several. */
export type Replica = { url: string; child: ManagedChild };

/** A server that is started again when it ends; `child` is the process that runs now. */
export type KeptReplica = { url: string; child: () => ManagedChild };

/** What a town has instead of the demo's world at a standing clock, the demo's targets and rules. */
export type TownSettings = {
  world?: readonly string[];
  targets?: readonly EmulatedTarget[];
  permissions?: object;
  /** The servers take their time from the emulator. */
  followsClock?: boolean;
  /** PostgreSQL that ends stays ended until `restoreDatabase`. */
  leavesDatabase?: boolean;
  /** Folder of a production build that is not the project's own. */
  application?: string;
};

const HOST = "127.0.0.1";
const STANDING_ACME = ["--world", "acme", "--seed", "7", "--clock", "manual"];

/** One PostgreSQL, which is started again when it ends, one emulator, and as many servers as are asked for. */
export class Town {
  #one: Promise<Replica> | undefined;

  private constructor(
    private readonly folder: string,
    private readonly shutdown: Shutdown,
    private running: RunningPostgres,
    readonly emulator: RunningEmulator,
    private readonly settings: TownSettings,
  ) {}

  /** Without a world of its own the emulated clock stands still, so that what is read twice is the same twice. */
  static async start(shutdown: Shutdown, settings: TownSettings = {}): Promise<Town> {
    const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-replicas-"));
    chmodSync(folder, 0o711);
    shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
    const dataDir = path.join(folder, "postgres");
    shutdown.add(() => removePostgres(dataDir));
    const database = await startPostgres({ dataDir });
    const emulator = await startEmulator(["--port", "0", ...(settings.world ?? STANDING_ACME)], "quiet");
    shutdown.add(() => emulator.child.stop());
    const town = new Town(folder, shutdown, database, emulator, settings);
    if (settings.leavesDatabase) return town;
    const kept = keepUp("PostgreSQL", database, async () => {
      town.running = await startPostgres({ dataDir, port: database.port });
      return town.running;
    });
    shutdown.add(() => kept.stop());
    return town;
  }

  /** What its servers watch. */
  get targets(): readonly EmulatedTarget[] {
    return this.settings.targets ?? demoTargets;
  }

  /** The PostgreSQL that runs now. */
  get database(): Readonly<RunningPostgres> {
    return this.running;
  }

  /** Starts a server, at the port of one that has ended when its address is given, and waits until it is ready. */
  async server(at?: string): Promise<Replica> {
    const port = at ? Number(new URL(at).port) : await freePort();
    const child = this.#start(port);
    this.shutdown.add(() => child.stop());
    const url = urlOf(HOST, port);
    await serverReady(child, url, 60_000);
    return { url, child };
  }

  /** The server of whoever needs no more than one. */
  oneServer(): Promise<Replica> {
    this.#one ??= this.server();
    return this.#one;
  }

  /** Starts a server that is started again when it ends, as `npm start` does. */
  async keptServer(): Promise<KeptReplica> {
    const port = await freePort();
    let current = this.#start(port);
    const again = () => {
      current = this.#start(port);
      return current;
    };
    keepServer(current, again, this.shutdown).catch(() => undefined);
    const url = urlOf(HOST, port);
    await serverReady(current, url, 60_000);
    return { url, child: () => current };
  }

  /** Ends PostgreSQL as a crash would, whichever of its starts this is; it comes back by itself. */
  killDatabase(): void {
    const pid = this.databasePid();
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  }

  /** The postmaster of this moment. */
  databasePid(): number | undefined {
    return runningPostmaster(homeFor(path.join(this.folder, "postgres"), operatingUser()).cluster)?.pid;
  }

  /** Starts PostgreSQL again where it has ended. */
  async restoreDatabase(): Promise<void> {
    this.running = await startPostgres({
      dataDir: path.join(this.folder, "postgres"),
      port: this.database.port,
    });
  }

  /** Requests AWS got so far, of one operation. */
  async requests(operation: string): Promise<number> {
    return total((await this.#counts())[operation]);
  }

  /** Requests so far by operation, those that failed and were throttled as well. */
  async requestsByOperation(): Promise<Record<string, number>> {
    return Object.fromEntries(Object.entries(await this.#counts()).map(([name, of]) => [name, total(of)]));
  }

  /** Requests to anything of AWS so far: credentials and event queues too. */
  async everyRequest(): Promise<number> {
    return Object.values(await this.#counts()).reduce((sum, counts) => sum + total(counts), 0);
  }

  /** Requests that AWS throttled so far. */
  async throttled(): Promise<number> {
    return Object.values(await this.#counts()).reduce((sum, counts) => sum + counts.throttled, 0);
  }

  /** Moves the emulated clock. */
  async advance(advanceMs: number): Promise<void> {
    await controlEmulator(this.emulator.url, "POST", "/clock", { advanceMs });
  }

  /** Events of EventBridge after the first so many, in order, whatever befalls them on the way. */
  async eventsAfter(count: number): Promise<LoggedEvent[]> {
    const { items } = await controlEmulator<{ items: LoggedEvent[] }>(
      this.emulator.url,
      "GET",
      `/events?after=${count}`,
    );
    return items;
  }

  /** From now on AWS fails in this way, until `mend`. */
  async fault(fault: Readonly<Record<string, string | number>>): Promise<void> {
    await controlEmulator(this.emulator.url, "POST", "/faults", fault);
  }

  /** AWS works again. */
  async mend(): Promise<void> {
    await controlEmulator(this.emulator.url, "DELETE", "/faults");
  }

  /** Sessions that watch, one for each target, with how long ago each gave a sign of life; none while the store is away. */
  async holders(): Promise<{ holder: string; silentMs: number }[]> {
    const client = new Client({ connectionString: this.database.url, connectionTimeoutMillis: 1000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ holder: string; silentMs: number }>(
        `select holder, (1000 * extract(epoch from now() - beat_at))::float8 as "silentMs" from target_watches`,
      );
      return rows;
    } catch {
      return [];
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  #start(port: number): ManagedChild {
    const folder = path.join(this.folder, "servers");
    mkdirSync(folder, { recursive: true });
    return startEmulatedServer({
      mode: "start",
      host: HOST,
      port,
      folder,
      database: { DATABASE_URL: this.database.url },
      emulatorUrl: this.emulator.url,
      targets: this.targets,
      permissions: this.settings.permissions,
      followsClock: this.settings.followsClock,
      application: this.settings.application,
      output: "quiet",
    });
  }

  async #counts(): Promise<Counts> {
    return (await controlEmulator<{ requests: Counts }>(this.emulator.url, "GET", "/status")).requests;
  }
}

function total(counts: Counts[string] | undefined): number {
  return counts === undefined ? 0 : counts.ok + counts.failed + counts.throttled;
}
