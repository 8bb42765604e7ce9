import "server-only";
import pg from "pg";
import { log } from "../log";
import { newId } from "../new-id";
import { random } from "../random";
import { databaseUrl } from "./store";

/** Advisory locks of Pipedeck's targets; any number nobody else on the same database uses. */
export const LOCK_CLASS = 730_322;
const RETRY_MS = { first: 100, longest: 2000 };
/** A query of this connection that takes longer means that nobody is there. */
const PATIENCE_MS = 4000;
/** The other end ends a session whose process is silent this long: 2 s idle, then 3 questions a second apart. */
const KEEPALIVE =
  "set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3";

interface Listener {
  /** The connection is there; `holder` names this very session, another one after each loss. */
  up: (holder: string) => void;
  /** It is lost, and its locks with it. */
  down: () => void;
  notified: (channel: string, payload: string) => void;
}

/**
 * The one connection of this process that stays open: it holds advisory locks and listens. It comes back by itself,
 * as a new session. Not for other queries: whatever takes long here delays every notice.
 */
export class StoreSession {
  readonly #channels: readonly string[];
  readonly #listener: Listener;
  #client: pg.Client | null = null;
  #holder: string | null = null;
  #failures = 0;
  #retry: NodeJS.Timeout | undefined;
  #wanted = false;

  constructor(channels: readonly string[], listener: Listener) {
    this.#channels = channels;
    this.#listener = listener;
  }

  /** Connects, and again whenever the connection is lost, until `stop`. */
  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    void this.#connect();
  }

  /** Lets go of every lock. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#retry);
    const client = this.#client;
    if (client) this.#lost(client, undefined);
    await client?.end().catch(() => undefined);
  }

  /** Takes the locks that are free and answers their targets; ask only for those not held. Throws what pg throws. */
  async tryLocks(targets: readonly string[]): Promise<string[]> {
    const { rows } = await this.#query<{ target: string }>(
      "select target from unnest($1::text[]) as target where pg_try_advisory_lock($2, hashtext(target))",
      [targets, LOCK_CLASS],
    );
    return rows.map(({ target }) => target);
  }

  /** Tells every process that listens, this one too; the payload has less than 8000 bytes. Throws what pg throws. */
  async notify(channel: string, payload: string): Promise<void> {
    await this.#query("select pg_notify($1, $2)", [channel, payload]);
  }

  /**
   * Ends the session that holds the lock of a target, for when its process does not act any more though it is connected.
   * PostgreSQL permits it to sessions of the same user. Throws what pg throws.
   */
  async endHolder(target: string): Promise<void> {
    await this.#query(
      `select pg_terminate_backend(pid) from pg_locks
       where locktype = 'advisory' and classid = $2 and objid::bigint = hashtext($1)::bigint & 4294967295
         and objsubid = 2 and granted and pid <> pg_backend_pid()
         and database = (select oid from pg_database where datname = current_database())`,
      [target, LOCK_CLASS],
    );
  }

  async #query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<Row>> {
    const client = this.#client;
    if (!client || this.#holder === null) throw new Error("not connected to the database");
    try {
      return await client.query<Row>(text, values);
    } catch (error) {
      // A refusal is an answer: whoever gives it is there.
      if (!(error instanceof pg.DatabaseError)) this.#lost(client, error);
      throw error;
    }
  }

  async #connect(): Promise<void> {
    let client: pg.Client | undefined;
    try {
      client = this.#newClient();
      this.#client = client;
      await client.connect();
      await client.query(KEEPALIVE);
      for (const channel of this.#channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      if (this.#client !== client) return;
      this.#failures = 0;
      this.#holder = newId();
      this.#listener.up(this.#holder);
    } catch (error) {
      this.#lost(client ?? null, error);
    }
  }

  #newClient(): pg.Client {
    const client = new pg.Client({
      connectionString: databaseUrl(),
      application_name: "pipedeck watch",
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 2000,
    });
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client, undefined));
    client.on("notification", ({ channel, payload }) => this.#listener.notified(channel, payload ?? ""));
    return client;
  }

  #lost(client: pg.Client | null, error: unknown): void {
    if (this.#client !== client) return;
    const wasUp = this.#holder !== null;
    this.#client = null;
    this.#holder = null;
    // A session that does not answer may still hold its locks: cutting it lets go of them.
    void client?.end().catch(() => undefined);
    if (wasUp) this.#listener.down();
    if (!this.#wanted) return;
    if (this.#failures === 0) log.warn({ err: error }, "watching stops: connection to the store lost");
    this.#failures += 1;
    const waitMs = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (this.#failures - 1));
    this.#retry = setTimeout(() => void this.#connect(), waitMs * (0.75 + random() / 2));
    this.#retry.unref();
  }
}
