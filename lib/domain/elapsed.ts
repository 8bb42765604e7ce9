import type { Instant } from "./instant";

/** Milliseconds from `at` to `now` (epoch ms), never negative; null when `at` is no instant. */
export function elapsedMs(at: Instant, now: number): number | null {
  const then = Date.parse(at);
  return Number.isNaN(then) ? null : Math.max(0, now - then);
}
