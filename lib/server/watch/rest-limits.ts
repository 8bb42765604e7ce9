import "server-only";
import { LIMIT_MS, type PlanLimits } from "./plan";

/** However large a target, each pipeline is read at least this often. */
const LONGEST_REST_MS = 300_000;
/**
 * Pipelines at rest cost at most this many reads a second, until they would be older than the longest limit; fewer where
 * events say what to read.
 */
const REST_READS_PER_SECOND = { alone: 10, withEvents: 10 / 3 };

/** How long a pipeline at rest may stay unread in a target of so many. */
export function restLimitMs(pipelines: number, eventsWork = false): number {
  const readsPerSecond = REST_READS_PER_SECOND[eventsWork ? "withEvents" : "alone"];
  return Math.min(LONGEST_REST_MS, Math.max(LIMIT_MS.rest, (pipelines / readsPerSecond) * 1000));
}

/**
 * How what rests is read in a target of so many. Too many to be read at once are read apart; those that are overdue too
 * by a busy server, twice as fast as they come due: who waits for it comes first.
 */
export function restLimits(pipelines: number, restMs: number, busy = false): Omit<PlanLimits, "hotMs"> {
  const apartMs = restMs > LIMIT_MS.rest ? restMs / pipelines : 0;
  return { restMs, restApartMs: apartMs, dueApartMs: busy ? apartMs / 2 : 0 };
}
