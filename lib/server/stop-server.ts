import "server-only";
import { getHub } from "./live/get-hub";
import { log } from "./log";
import { closeStore } from "./store/store";

/** Whether a press is on its way: then stopping may take as long as AWS may take to answer it. */
export function isPressing(): boolean {
  return (globalThis.pipedeckPresses?.size ?? 0) > 0;
}

/**
 * Ends live streams, starts no more reads, lets presses on their way write their outcome, then closes the store.
 * Bounded by whoever calls: a read that hangs is not waited for.
 */
export async function stopServer(): Promise<void> {
  getHub().stop();
  for (const watch of globalThis.pipedeckWatches?.values() ?? []) void watch.stop();
  void globalThis.pipedeckEventFeed?.stop();
  await globalThis.pipedeckReplicas?.stop();
  await Promise.allSettled([...(globalThis.pipedeckPresses?.values() ?? [])]);
  await globalThis.pipedeckReceipts?.stop();
  await closeStore();
  log.info("stopped");
}
