import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, expect, it } from "vitest";
import { removePostgres } from "../postgres/start-postgres";
import { startChild } from "../processes/managed-child";
import { Shutdown } from "../processes/shutdown";
import { startWithDatabase } from "./server-with-database";

let shutdown = new Shutdown();
let dataDir = "";
afterEach(async () => {
  await shutdown.close();
  await removePostgres(dataDir);
});

/** A program in the server's place. */
async function startWith(program: string) {
  shutdown = new Shutdown();
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), "pipedeck-beside-")), "postgres");
  const lines: string[] = [];
  const start = (waiting: { PIPEDECK_DATABASE_COMES: string }) => {
    const child = startChild({
      label: "The server",
      args: ["-e", program],
      cwd: process.cwd(),
      env: { ...process.env, ...waiting },
      output: "quiet",
    });
    child.onLine((line) => lines.push(line));
    return child;
  };
  return { lines, both: await startWithDatabase(dataDir, start, shutdown) };
}

it("a server that waits is told where the database is, once that answers", async () => {
  const { lines, both } = await startWith(
    'console.log("waits", process.env.PIPEDECK_DATABASE_COMES); process.on("message", (it) => console.log(it.databaseUrl)); setInterval(() => {}, 1000);',
  );
  await expect.poll(() => lines, { timeout: 20_000 }).toEqual(["waits 1", both.database.url]);
  const client = new Client({ connectionString: lines[1] });
  await client.connect();
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it("a server that ends while the database starts is told of at once", async () => {
  await expect(startWith('console.error("no configuration"); process.exit(3);')).rejects.toThrow(
    /The server ended with code 3.*\n.*no configuration/,
  );
});
