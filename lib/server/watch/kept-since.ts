import "server-only";

/** The moment before which executions are not kept, epoch milliseconds: so many months before another. */
export function keptSinceMs(months: number, nowMs: number): number {
  const at = new Date(nowMs);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.getTime();
}
