import "server-only";
import { log } from "../log";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Tries a write to the store now, and when that fails keeps trying in the background until it succeeds or the
 * process ends; at the next start what is still open is settled then. Gives undefined when it failed for now.
 */
export async function keepWriting<T>(write: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    log.error({ err: error }, "outcome of a press not written yet");
    tryLater(write, FIRST_WAIT_MS);
    return undefined;
  }
}

function tryLater(write: () => Promise<unknown>, waitMs: number): void {
  setTimeout(() => {
    write().then(
      () => log.info("outcome of a press written late"),
      () => tryLater(write, Math.min(waitMs * 2, LONGEST_WAIT_MS)),
    );
  }, waitMs).unref();
}
