import type { Instant } from "./instant";

/** An execution as far as the rule below asks. */
export interface TimedExecution {
  id: string;
  startedAt?: Instant;
  /** AWS's lastUpdateTime: of one that was superseded, when it was. */
  updatedAt?: Instant;
}

/**
 * Which execution took the place of one that was superseded, as AWS does not say. Executions keep their order on the line,
 * so it is the next one behind that had not ended when this one did. Undefined where times are missing or none is known.
 */
export function supersededBy<Execution extends TimedExecution>(
  superseded: TimedExecution,
  known: readonly Execution[],
): Execution | undefined {
  const { startedAt: start, updatedAt: end } = superseded;
  if (start === undefined || end === undefined) return undefined;
  return known
    .filter((one) => (one.startedAt ?? "") > start && (one.updatedAt ?? "") >= end)
    .sort((a, b) => (a.startedAt ?? "").localeCompare(b.startedAt ?? ""))[0];
}
