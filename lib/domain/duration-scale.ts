import type { ExecutionSummary } from "./execution";
import { isInFlight } from "./in-flight";

/** Successes that tell what is usual. */
const MEDIAN_OF = 20;
/** Where on a bar the median stands: room is left for what takes longer. */
const MEDIAN_AT = 0.58;

/** How long an execution took, or has taken until now, milliseconds; undefined where AWS does not tell. */
export function tookMs(
  { startedAt, updatedAt, status }: Pick<ExecutionSummary, "startedAt" | "updatedAt" | "status">,
  nowMs: number,
): number | undefined {
  if (startedAt === undefined) return undefined;
  const endMs = isInFlight(status) ? nowMs : updatedAt === undefined ? Number.NaN : Date.parse(updatedAt);
  const ms = endMs - Date.parse(startedAt);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** What the last successes took: the middle one of the newest 20; undefined without any. Rollbacks are shorter and left out. */
export function medianTookMs(newestFirst: readonly ExecutionSummary[]): number | undefined {
  const took = newestFirst
    .filter(({ status, executionType }) => status === "Succeeded" && executionType !== "ROLLBACK")
    .flatMap((execution) => tookMs(execution, 0) ?? [])
    .slice(0, MEDIAN_OF)
    .sort((a, b) => a - b);
  const [low, high] = [took[Math.floor((took.length - 1) / 2)], took[Math.floor(took.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Share of a bar's width, 0 to 1, that a duration takes when the median stands at its place; more is cut off at the end. */
export function shareOfBar(ms: number, medianMs: number): number {
  if (medianMs <= 0) return ms > 0 ? 1 : 0;
  return Math.min(1, (ms / medianMs) * MEDIAN_AT);
}

export const MEDIAN_SHARE = MEDIAN_AT;
