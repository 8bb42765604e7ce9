import "server-only";
import type { ReadAt } from "./read-at";

/**
 * Milliseconds since a read, on whichever clock more has passed; a clock that was set forward by more than the wall
 * has moved counts only after half a second, so that it cannot make reads follow each other without a pause.
 */
export function ageOf(readAt: ReadAt, at: { nowMs: number; mono: number }): number {
  const wallMs = at.mono - readAt.mono;
  return wallMs < 500 ? wallMs : Math.max(wallMs, at.nowMs - readAt.ms);
}
