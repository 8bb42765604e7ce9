import "server-only";
import pg from "pg";
import { newId } from "../new-id";
import { migrate } from "../store/migrate";
import { closeStore } from "../store/store";

/** A database of one test file's own, with the schema in place. */
export interface TestDatabase {
  url: string;
  /** Runs SQL as the tests' outside witness. */
  query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Deletes it again. */
  drop: () => Promise<void>;
}

/**
 * Makes a database on the server that DATABASE_URL_TEST names (the run's global setup starts one) and points
 * DATABASE_URL at it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.DATABASE_URL_TEST;
  if (!server)
    throw new Error(
      "DATABASE_URL_TEST is not set; it names a PostgreSQL server on which tests may make databases",
    );
  const name = `pipedeck_test_${newId().replaceAll("-", "")}`;
  await once(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const url = address.href;
  await migrate(url);
  process.env.DATABASE_URL = url;
  return {
    url,
    query: (sql, values) => once(url, sql, values),
    drop: async () => {
      await closeStore();
      await once(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function once(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}
