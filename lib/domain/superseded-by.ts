import type { Instant } from "./instant";

/** An execution as far as the rule below asks. */
export interface TimedExecution {
  id: string;
  startedAt?: Instant;
  /** AWS's lastUpdateTime: of one that was superseded, when it was. */
  updatedAt?: Instant;
  /** STANDARD or ROLLBACK, where known. */
  executionType?: string;
  /** Stage it is in, waits in front of, or ended in, where known. */
  stage?: string;
  /** Stages in the order of the pipeline, where known. */
  stages?: ReadonlyArray<{ stage: string }>;
}

/**
 * Which execution took the place of one that was superseded, as AWS does not say. Executions keep their order on the line,
 * so it is the next one behind that had not ended when this one did and came as far as the stage this one waited at, as far as
 * that is known; a rollback takes nobody's place. Undefined where times are missing or none is known.
 */
export function supersededBy<Execution extends TimedExecution>(
  superseded: TimedExecution,
  known: readonly Execution[],
): Execution | undefined {
  const { startedAt: start, updatedAt: end } = superseded;
  if (start === undefined || end === undefined) return undefined;
  return known
    .filter(({ startedAt = "", updatedAt = "" }) => startedAt > start && startedAt <= end && updatedAt >= end)
    .filter((one) => one.executionType !== "ROLLBACK" && mayHaveReached(one, superseded.stage))
    .sort((a, b) => (a.startedAt ?? "").localeCompare(b.startedAt ?? ""))[0];
}

function mayHaveReached({ stage, stages = [] }: TimedExecution, sought: string | undefined): boolean {
  const [at, to] = [stage, sought].map((name) => stages.findIndex((one) => one.stage === name));
  return at === undefined || to === undefined || at === -1 || at >= to;
}
