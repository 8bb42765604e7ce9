import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../processes/port";
import type { Shutdown } from "../processes/shutdown";
import { keptSecret } from "../stack/kept-secret";
import { emulatorCredentials, serverReady, startServer, urlOf } from "../stack/server";
import { ownDatabase } from "./own-database";
import { type Scene, startPublishedAnswers } from "./published-answers";

/**
 * Starts a production server whose targets are stand-ins that answer as AWS published, with a database of its own
 * beside that of `databaseUrl`. Answers its address and the stand-ins'.
 */
export async function startPublishedServer(
  shutdown: Shutdown,
  options: { folder: string; databaseUrl: string },
): Promise<{ url: string; scenes: Scene[] }> {
  const { scenes, stop } = await startPublishedAnswers();
  shutdown.add(stop);
  const folder = path.join(options.folder, "published");
  mkdirSync(folder);
  const config = path.join(folder, "pipedeck.config.yaml");
  writeFileSync(config, configuration(scenes));
  const host = "127.0.0.1";
  const port = await freePort();
  const url = urlOf(host, port);
  const server = startServer({
    mode: "start",
    host,
    port,
    env: {
      ...emulatorCredentials(process.env),
      PIPEDECK_CONFIG: config,
      PIPEDECK_DATA: folder,
      DATABASE_URL: await ownDatabase(options.databaseUrl, "published"),
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: keptSecret(folder),
      HOST: host,
      PORT: String(port),
    },
    output: "quiet",
  });
  shutdown.add(() => server.stop());
  await serverReady(server, url, 60_000);
  return { url, scenes };
}

function configuration(scenes: Scene[]): string {
  const targets = scenes.flatMap(({ id, url }) => [
    `  - id: ${id}`,
    `    name: ${id}`,
    `    account: "111122223333"`,
    "    region: eu-west-1",
    `    endpoint: ${url}`,
  ]);
  return ["targets:", ...targets, ""].join("\n");
}
