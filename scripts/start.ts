import { existsSync } from "node:fs";
import path from "node:path";
import { takeLock } from "./install/process-lock.mjs";
import type { ManagedChild } from "./processes/managed-child";
import { portFrom, requireFreePort } from "./processes/port";
import { runCommand, type Shutdown } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { ensureBuilt } from "./production-build/ensure-built";
import { dataFolder, makeFolder, root } from "./stack/folders";
import { keepDatabase, keepServer } from "./stack/keep-running";
import { keptSecret } from "./stack/kept-secret";
import { serverReady, startServer, urlOf } from "./stack/server";
import { startWithDatabase } from "./stack/server-with-database";

const example = `targets:
  - id: prod-eu
    name: Prod Europe
    account: "123456789012"
    region: eu-west-1
    roleArn: arn:aws:iam::123456789012:role/pipedeck-read
`;

await runCommand(async (shutdown) => {
  const config = path.resolve(
    process.env.PIPEDECK_STARTED_IN ?? root,
    process.env.PIPEDECK_CONFIG || "pipedeck.config.yaml",
  );
  if (!existsSync(config)) {
    console.error(
      [
        `There is no configuration at ${config}.`,
        "Make one that names the accounts and regions to show, for example:",
        "",
        example,
        "Credentials come from the environment as for the AWS CLI; README.md names the permissions of the role.",
        "To look around without an AWS account: npm run demo",
      ].join("\n"),
    );
    return 1;
  }
  return await serve(config, shutdown);
});

async function serve(config: string, shutdown: Shutdown): Promise<number> {
  const host = process.env.HOST || "127.0.0.1";
  const port = portFrom("PORT", 3000);
  const url = urlOf(host, port);
  const folder = makeFolder(dataFolder());
  const lock = takeLock(path.join(folder, "lock"), url);
  if (!lock.held) {
    throw new WordedError(
      `Pipedeck already runs on the data in ${folder}: ${lock.holder.note} (process ${lock.holder.pid}). PIPEDECK_DATA chooses another folder.`,
    );
  }
  shutdown.add(lock.release);
  await requireFreePort(host, port, "PORT", lock.wasStale ? 5000 : 0);
  await ensureBuilt(root, shutdown);
  const start = (databaseSettings: { PIPEDECK_DATABASE_COMES?: string; DATABASE_URL?: string }) =>
    startServer({
      mode: "start",
      host,
      port,
      env: {
        ...process.env,
        ...databaseSettings,
        PIPEDECK_CONFIG: config,
        PIPEDECK_DATA: folder,
        NEXTAUTH_URL: process.env.NEXTAUTH_URL || url,
        NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(folder),
        HOST: host,
        PORT: String(port),
      },
      output: "inherit",
    });
  const dataDir = path.join(folder, "postgres");
  const { server, database } = process.env.DATABASE_URL
    ? startAlone(start, shutdown)
    : await startWithDatabase(dataDir, start, shutdown);
  await serverReady(server, url, 120_000);
  console.log(`Pipedeck is ready: ${url}`);
  const again = () => start(database ? { DATABASE_URL: database.url } : {});
  if (!database) return await keepServer(server, again, shutdown);
  return await Promise.race([keepDatabase(database, dataDir, shutdown), keepServer(server, again, shutdown)]);
}

/** With a PostgreSQL of the person's own. */
function startAlone(start: (database: object) => ManagedChild, shutdown: Shutdown) {
  const server = start({});
  shutdown.add(() => server.stop());
  return { server, database: undefined };
}
