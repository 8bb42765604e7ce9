import "server-only";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

/** Any number nobody else on the same database uses; held while the schema changes. */
const MIGRATION_LOCK = 7_303_220_451;

/**
 * Brings the schema of a database up to date. Several servers may start at once: an advisory lock lets one
 * work while the others wait. Throws what pg throws when the database cannot be reached or does not obey.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "pipedeck migrations",
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder: migrationsFolder() });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function migrationsFolder(): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), "lib/server/store/migrations");
}
