import { elapsedMs } from "./elapsed";
import type { Freshness } from "./freshness";
import type { Instant } from "./instant";
import { STALE_AFTER_MS } from "./stale-after";

export interface RowAge {
  /** When AWS last answered for the pipeline; null when it never did. */
  asOf: Instant | null;
  /** Of its target; absent when the server told none. */
  freshness: Freshness | undefined;
  /** When our own server last answered. */
  repliedAt: Instant;
}

/**
 * Whether a row is shown drained: old data without its colour. A live target vouches for rows that were not due
 * again; any other leaves each row to its age. When our own server is silent, everything ages.
 */
export function isDrained({ asOf, freshness, repliedAt }: RowAge, now: number): boolean {
  if (asOf === null) return false;
  if ((elapsedMs(repliedAt, now) ?? 0) >= STALE_AFTER_MS) return true;
  if (freshness?.kind === "live") return false;
  return (elapsedMs(knownAt(asOf, freshness), now) ?? 0) >= STALE_AFTER_MS;
}

/** A row is not sent again for its age alone: it is at most as old as the oldest of its target. */
function knownAt(asOf: Instant, freshness: Freshness | undefined): Instant {
  const oldest = freshness?.asOf ?? asOf;
  return oldest > asOf ? oldest : asOf;
}
