import type { TargetWatchHealth } from "@/lib/contract/target";

/** Parts of the bar of a request budget, from 0 to 1 of its length. */
export interface RequestScale {
  /** Requests a second over the last minute. */
  used: number;
  usedShare: number;
  /** What may be asked at present; less than the whole bar while it is below the ceiling. */
  allowedShare: number;
}

/** The bar is as long as the ceiling, or without one as what may be asked at present. */
export function requestScale({
  requestsPerSecond,
  ceiling,
  callsLastMinute,
}: Pick<TargetWatchHealth, "requestsPerSecond" | "ceiling" | "callsLastMinute">): RequestScale {
  const used = callsLastMinute / 60;
  const whole = Math.max(ceiling ?? requestsPerSecond, requestsPerSecond);
  const share = (part: number) => (whole > 0 ? Math.min(1, part / whole) : 0);
  return { used, usedShare: share(used), allowedShare: share(requestsPerSecond) };
}

/** A rate with one decimal below ten, without a needless one: `0.4`, `8`, `32`. */
export function formatRate(perSecond: number): string {
  return perSecond >= 10 ? String(Math.round(perSecond)) : String(Math.round(perSecond * 10) / 10);
}
