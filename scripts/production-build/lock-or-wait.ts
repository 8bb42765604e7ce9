import { setTimeout as delay } from "node:timers/promises";
import { takeLock } from "../install/process-lock.mjs";

/** Takes the lock; while another process holds it, says once that it `doing`s and waits. */
export async function lockOrWait(file: string, doing: string): Promise<{ release: () => void }> {
  for (let told = false; ; told = true) {
    const lock = takeLock(file);
    if (lock.held) return lock;
    if (!told) console.log(`Another start (process ${lock.holder.pid}) ${doing}; waiting for it.`);
    await delay(300);
  }
}
