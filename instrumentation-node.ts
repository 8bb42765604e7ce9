import { joinWrites } from "@/lib/server/http/join-writes";
import { tameRequests } from "@/lib/server/http/tame-request";
import { log } from "@/lib/server/log";
import { shareWatches } from "@/lib/server/share-watches";
import { StartError } from "@/lib/server/start-error";
import { startServer } from "@/lib/server/start-server";
import { isPressing, stopServer } from "@/lib/server/stop-server";
import { awaitDatabase } from "@/lib/server/store/awaited-database";

const STOP_WITHIN_MS = 2_000;
/** With a press on its way: beyond the longest wait for AWS, so that its outcome is written and not left unknown. */
const STOP_WITHIN_PRESSING_MS = 20_000;
/** The first request comes before the watches and the SDK they load. */
const WATCH_AFTER_MS = 1_000;

/** Makes the server ready, or ends a production process with one clear line for each mistake. */
export async function start(): Promise<void> {
  tameRequests();
  joinWrites();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  try {
    await awaitDatabase();
    await startServer();
    shareWatches();
    setTimeout(watchTargets, WATCH_AFTER_MS).unref();
  } catch (error) {
    const lines =
      error instanceof StartError
        ? error.message
        : String(error instanceof Error ? (error.stack ?? error) : error);
    process.stderr.write(`${lines.replace(/^/gm, "pipedeck: ")}\n`);
    if (process.env.NODE_ENV === "production") process.exit(1);
  }
}

function watchTargets(): void {
  import("@/lib/server/commands/receipt-feed").then(
    ({ startReceipts }) => startReceipts(),
    (error: unknown) => log.error({ err: error }, "receipts are not settled"),
  );
  import("@/lib/server/watch/target-watches").then(
    ({ startWatches }) => startWatches(),
    (error: unknown) => log.error({ err: error }, "targets are not watched"),
  );
}

function stop(): void {
  // Next waits for every open connection; streams never end by themselves.
  setTimeout(() => process.exit(0), isPressing() ? STOP_WITHIN_PRESSING_MS : STOP_WITHIN_MS).unref();
  void stopServer().finally(() => process.exit(0));
}
