import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { removePostgres, startPostgres } from "../postgres/start-postgres";

/**
 * Starts one PostgreSQL for the whole run of vitest; tests find it in DATABASE_URL_TEST and make a database or a
 * schema of their own in it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "pipedeck-test-"));
  chmodSync(dataDir, 0o711);
  const server = await startPostgres({ dataDir, throwaway: true });
  process.env.DATABASE_URL_TEST = server.url;
  return async () => {
    await server.stop();
    await removePostgres(dataDir);
  };
}
