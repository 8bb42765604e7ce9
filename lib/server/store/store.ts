import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { EnvironmentError } from "../config/environment";
import { log } from "../log";

interface OpenStore {
  url: string;
  pool: pg.Pool;
  database: NodePgDatabase;
}

declare global {
  /** On globalThis, because Next bundles routes and instrumentation apart and hot reload evaluates modules anew. */
  var pipedeckStore: OpenStore | undefined;
}

/** Limits of every connection, milliseconds: a store that hangs costs a request seconds, never for ever. */
const LIMITS = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 4_000,
  query_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** The database named by DATABASE_URL, opened on first use. Throws EnvironmentError when it is not set. */
export function db(): NodePgDatabase {
  const url = databaseUrl();
  if (globalThis.pipedeckStore?.url !== url) {
    const pool = new pg.Pool({ connectionString: url, max: 10, application_name: "pipedeck", ...LIMITS });
    pool.on("error", (error) => log.warn({ err: error.message }, "idle store connection lost"));
    globalThis.pipedeckStore = { url, pool, database: drizzle(pool) };
  }
  return globalThis.pipedeckStore.database;
}

/** Ends every connection. Later calls open new ones. */
export async function closeStore(): Promise<void> {
  const open = globalThis.pipedeckStore;
  globalThis.pipedeckStore = undefined;
  await open?.pool.end();
}

/** DATABASE_URL, checked. Throws EnvironmentError. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new EnvironmentError(
      "DATABASE_URL is not set: expected postgres://user:password@host:5432/database",
    );
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new EnvironmentError("DATABASE_URL: expected an address that starts with postgres://");
  return url;
}
