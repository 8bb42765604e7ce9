import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
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

/** What a town has instead of the demo's world at a standing clock, the demo's targets and rules. */
export type TownSettings = {
  world?: readonly string[];
  targets?: readonly EmulatedTarget[];
  permissions?: object;
};

const STANDING_ACME = ["--world", "acme", "--seed", "7", "--clock", "manual"];

/** One PostgreSQL, which is started again when it ends, one emulator, and as many servers as are asked for. */
export class Town {
  private constructor(
    private readonly folder: string,
    private readonly shutdown: Shutdown,
    readonly database: RunningPostgres,
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
    keepDatabase(database, dataDir, shutdown).catch(() => undefined);
    const emulator = await startEmulator(["--port", "0", ...(settings.world ?? STANDING_ACME)], "quiet");
    shutdown.add(() => emulator.child.stop());
    return new Town(folder, shutdown, database, emulator, settings);
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
      targets: this.settings.targets,
      permissions: this.settings.permissions,
      output: "quiet",
    });
    this.shutdown.add(() => child.stop());
    await serverReady(child, url, 60_000);
    return { url, child };
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
