import { formatSpan } from "./duration";
import type { Instant } from "./instant";

export interface CountdownReading {
  /** `1 h 52 min left`, or `expired`. */
  words: string;
  leftMs: number;
  /** Share of the whole that is left, 0 to 1; null when the whole is not known. */
  share: number | null;
  /** Less than a tenth is left, or nothing. */
  urgent: boolean;
}

/** Reads a countdown to `expiresAt` at `now` (epoch ms); `totalMs` is how long it was at the start. */
export function readCountdown(expiresAt: Instant, now: number, totalMs?: number): CountdownReading {
  const leftMs = Math.max(0, Date.parse(expiresAt) - now) || 0;
  const share = totalMs === undefined || !(totalMs > 0) ? null : Math.min(1, leftMs / totalMs);
  const words = leftMs === 0 ? "expired" : `${formatSpan(leftMs)} left`;
  return { words, leftMs, share, urgent: leftMs === 0 || (share !== null && share < 0.1) };
}
