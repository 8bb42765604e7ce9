import { disarmTrace } from "@/lib/server/http/trace-method";
import { StartError } from "@/lib/server/start-error";
import { startServer } from "@/lib/server/start-server";
import { stopServer } from "@/lib/server/stop-server";

const STOP_WITHIN_MS = 2_000;

/** Makes the server ready, or ends a production process with one clear line for each mistake. */
export async function start(): Promise<void> {
  disarmTrace();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  try {
    await startServer();
  } catch (error) {
    const lines =
      error instanceof StartError
        ? error.message
        : String(error instanceof Error ? (error.stack ?? error) : error);
    process.stderr.write(`${lines.replace(/^/gm, "pipedeck: ")}\n`);
    if (process.env.NODE_ENV === "production") process.exit(1);
  }
}

function stop(): void {
  // Next waits for every open connection; streams never end by themselves.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  void stopServer().finally(() => process.exit(0));
}
