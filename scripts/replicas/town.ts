import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { homeFor } from "../postgres/home";
import { operatingUser } from "../postgres/operating-user";
import { runningPostmaster } from "../postgres/postmaster";
import { type RunningPostgres, removePostgres, startPostgres } from "../postgres/start-postgres";
import type { ManagedChild } from "../processes/managed-child";
import { freePort } from "../processes/port";
import type { Shutdown } from "../processes/shutdown";
import type { EmulatedTarget } from "../stack/demo-config";
import { startEmulatedServer } from "../stack/emulated-server";
import { type RunningEmulator, startEmulator } from "../stack/emulator";
import { keepDatabase } from "../stack/keep-running";
import { serverReady, urlOf } from "../stack/server";
import { codePipelineCalls, controlEmulator } from "../testing/emulator-control";

/** One server of several. */
export type Replica = { url: string; child: ManagedChild };

/** What a town has instead of the demo's world at a standing clock and the demo's targets. */
export type TownSettings = {
  world?: readonly string[];
  targets?: readonly EmulatedTarget[];
  /** The servers take their time from the emulator. */
  followsClock?: boolean;
  /** PostgreSQL that ends stays ended until `restoreDatabase`. */
  leavesDatabase?: boolean;
};

const STANDING_ACME = ["--world", "acme", "--seed", "7", "--clock", "manual"];

/** One PostgreSQL, which is started again when it ends, one emulator, and as many servers as are asked for. */
export class Town {
  private constructor(
    private readonly folder: string,
    private readonly shutdown: Shutdown,
    readonly database: RunningPostgres,
    readonly emulator: RunningEmulator,
    private readonly targets: readonly EmulatedTarget[] | undefined,
    private readonly followsClock: boolean,
  ) {}

  /** Without a world of its own the emulated clock stands still, so that what is read twice is the same twice. */
  static async start(
    shutdown: Shutdown,
    { world, targets, followsClock = false, leavesDatabase = false }: TownSettings = {},
  ): Promise<Town> {
    const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-replicas-"));
    chmodSync(folder, 0o711);
    shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
    const dataDir = path.join(folder, "postgres");
    shutdown.add(() => removePostgres(dataDir));
    const database = await startPostgres({ dataDir });
    if (!leavesDatabase) keepDatabase(database, dataDir, shutdown).catch(() => undefined);
    const emulator = await startEmulator(["--port", "0", ...(world ?? STANDING_ACME)], "quiet");
    shutdown.add(() => emulator.child.stop());
    return new Town(folder, shutdown, database, emulator, targets, followsClock);
  }

  /** Starts a server, at the port of one that has ended when its address is given, and waits until it is ready. */
  async server(at?: string): Promise<Replica> {
    const port = at ? Number(new URL(at).port) : await freePort();
    const host = "127.0.0.1";
    const url = urlOf(host, port);
    const folder = path.join(this.folder, "servers");
    mkdirSync(folder, { recursive: true });
    const child = startEmulatedServer({
      mode: "start",
      host,
      port,
      folder,
      database: { DATABASE_URL: this.database.url },
      emulatorUrl: this.emulator.url,
      targets: this.targets,
      followsClock: this.followsClock,
      output: "quiet",
    });
    this.shutdown.add(() => child.stop());
    await serverReady(child, url, 60_000);
    return { url, child };
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
    await startPostgres({ dataDir: path.join(this.folder, "postgres"), port: this.database.port });
  }

  /** Requests AWS got so far, of one operation. */
  async requests(operation: string): Promise<number> {
    const { requests } = await controlEmulator<{ requests: Record<string, Record<string, number>> }>(
      this.emulator.url,
      "GET",
      "/status",
    );
    return Object.values(requests[operation] ?? {}).reduce((sum, count) => sum + count, 0);
  }

  /** Requests to CodePipeline so far, of any operation. */
  allRequests(): Promise<number> {
    return codePipelineCalls(this.emulator.url);
  }

  /** Moves the emulated clock. */
  async advance(advanceMs: number): Promise<void> {
    await controlEmulator(this.emulator.url, "POST", "/clock", { advanceMs });
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
}
