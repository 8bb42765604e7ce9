import "server-only";
import { stopWatches } from "../watch/target-watches";

/** Ends all watching and forgets what it found, as at the end of a process. */
export async function forgetWatches(): Promise<void> {
  await stopWatches();
  globalThis.pipedeckEventFeed = undefined;
  globalThis.pipedeckWatches = undefined;
}
