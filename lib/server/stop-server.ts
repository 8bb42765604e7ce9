import "server-only";
import { log } from "./log";
import { closeStore } from "./store/store";

/** Lets presses on their way write their outcome, then closes the store. Bounded by whoever calls. */
export async function stopServer(): Promise<void> {
  const presses = [...(globalThis.pipedeckPresses?.values() ?? [])];
  await Promise.allSettled(presses);
  await closeStore();
  log.info("stopped");
}
