import path from "node:path";
import { startPostgres } from "./postgres/start-postgres";
import { runCommand, type Shutdown } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { readAnchors } from "./receipts/anchors";
import { reportOf } from "./receipts/report";
import { verifyLog } from "./receipts/verify-log";
import { dataFolder } from "./stack/folders";

await runCommand(async (shutdown) => {
  const [, , name] = process.argv;
  if (name !== "verify")
    throw new WordedError(`Unknown command "receipts ${name ?? ""}". Run: npm run receipts:verify`);
  const file = process.env.PIPEDECK_ANCHOR_FILE || path.join(dataFolder(), "anchors.log");
  const anchors = readAnchors(file);
  const verdict = await verifyLog(process.env.DATABASE_URL || (await embedded(shutdown)), anchors);
  console.log(reportOf(verdict, anchors, file));
  return verdict.findings.length > 0 ? 1 : 0;
}, 130);

/** The database of the data folder: the one that runs there, or started for as long as this takes. */
async function embedded(shutdown: Shutdown): Promise<string> {
  const database = await startPostgres({ dataDir: path.join(dataFolder(), "postgres") });
  if (!database.adopted) shutdown.add(() => database.stop());
  return database.url;
}
