import { setTimeout as delay } from "node:timers/promises";

/** Asks until the answer is yes; answers after how many milliseconds. Throws, with `what` was waited for, after `limitMs`. */
export async function until(
  what: string,
  limitMs: number,
  ask: () => boolean | Promise<boolean>,
): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (await ask()) return performance.now() - began;
    if (performance.now() - began > limitMs) throw new Error(`not within ${limitMs / 1000} s: ${what}`);
    await delay(50);
  }
}

/** Throws with `what` when something that must hold does not. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
