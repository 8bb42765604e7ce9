import { mkdirSync } from "node:fs";
import path from "node:path";
import { freePort } from "../processes/port";
import type { Shutdown } from "../processes/shutdown";
import { startEmulatedServer } from "../stack/emulated-server";
import { startEmulator } from "../stack/emulator";
import { serverReady, urlOf } from "../stack/server";
import { type Alteration, startAlteringProxy } from "./altering-proxy";
import { ownDatabase } from "./own-database";

/** What an answer cannot do without: what things are called, how they stand, and what holds them. */
const KEPT = new Set([
  ...["pipelines", "pipeline", "stages", "actions", "name", "tags", "key", "nextToken"],
  ...["stageStates", "stageName", "actionStates", "actionName", "actionTypeId"],
  ...["category", "owner", "provider", "version", "latestExecution"],
  ...["pipelineExecutionSummaries", "pipelineExecution", "pipelineExecutionId", "status"],
  ...["actionExecutionDetails", "actionExecutionId", "ruleExecutionDetails", "ruleExecutionId", "ruleName"],
]);

/** Without any member that may be missing. */
const bare: Alteration = (value, key) => (key === "" || KEPT.has(key) ? value : undefined);

const TEXTS =
  /^(summary|revisionSummary|message|disabledReason|lastChangedBy|lastUpdatedBy|reason|value|triggerDetail|resolvedValue|externalExecutionSummary|statusSummary)$/;
const LONG = 10_240;

/** With texts of ten kilobytes, longer than AWS's model has them, without a place to break. */
const endless: Alteration = (value, key) =>
  typeof value === "string" && TEXTS.test(key) ? `${value}<b>${"M".repeat(LONG)}</b>`.slice(0, LONG) : value;

/**
 * Starts a production server that shows the emulator's hostile world at three targets: `loud` as it is, `bare` without
 * what may be missing, `endless` with longer texts than there may be. It has a database of its own beside that of
 * `databaseUrl`. Answers its address.
 */
export async function startHostileServer(
  shutdown: Shutdown,
  options: { folder: string; databaseUrl: string },
): Promise<string> {
  const emulator = await startEmulator(
    ["--port", "0", "--world", "hostile", "--now", "2026-03-02T09:00:00.000Z"],
    "quiet",
  );
  shutdown.add(() => emulator.child.stop());
  const folder = path.join(options.folder, "hostile");
  mkdirSync(folder);
  const host = "127.0.0.1";
  const port = await freePort();
  const at = { account: "111122223333", region: "eu-west-1" };
  const through = (alteration: Alteration) => startAlteringProxy(shutdown, emulator.url, alteration);
  const server = startEmulatedServer({
    mode: "start",
    host,
    port,
    folder,
    database: { DATABASE_URL: await ownDatabase(options.databaseUrl, "hostile") },
    emulatorUrl: emulator.url,
    targets: [
      { id: "loud", name: "Loud", ...at },
      { id: "bare", name: "Bare", ...at, endpoint: await through(bare) },
      { id: "endless", name: "Endless", ...at, endpoint: await through(endless) },
    ],
    followsClock: true,
    output: process.env.PIPEDECK_E2E_LOG ? { file: `${process.env.PIPEDECK_E2E_LOG}.hostile` } : "quiet",
  });
  shutdown.add(() => server.stop());
  await serverReady(server, urlOf(host, port), 60_000);
  return urlOf(host, port);
}
