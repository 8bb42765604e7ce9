import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import { noLongerLive } from "./told-standing";

/** A write to the store takes less. */
const BEHIND_MS = 5000;

/** Whether changes that waited so long mean that what viewers were told is no longer how things are. */
export function isBehind(waitingMs: number): boolean {
  return waitingMs > BEHIND_MS;
}

/** How fresh is what viewers were told, where the reads themselves are so fresh: no fresher than the first change they lack. */
export function toldFreshness(
  read: Freshness,
  { waitingMs, total, nowMs }: { waitingMs: number; total: number; nowMs: number },
): Freshness {
  if (read.kind !== "live" || !isBehind(waitingMs)) return read;
  const asOfMs = Math.min(nowMs - waitingMs, Date.parse(read.asOf));
  return noLongerLive({ ...read, asOf: new Date(asOfMs).toISOString() }, total);
}
