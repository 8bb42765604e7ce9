import type { ExecutionSummary } from "./execution";
import { isInFlight } from "./in-flight";
import type { StageState } from "./pipeline-state";
import type { Standing } from "./standing";

/** An execution before it is known where it stands. */
export type UnplacedExecution = Omit<ExecutionSummary, "standing" | "percentComplete" | "stage" | "stages">;

/**
 * Says where an execution stands on the line.
 *
 * @param stages of the pipeline in order, with the latest run of each
 * @param ran standing of the stages this execution is known to have entered, by stage name, from its actions
 * @param isWhole whether `ran` is all it ever entered: then nothing is guessed of the other stages
 */
export function placeExecution(
  execution: UnplacedExecution,
  stages: readonly StageState[],
  ran: ReadonlyMap<string, Standing>,
  { isWhole = false }: { isWhole?: boolean } = {},
): ExecutionSummary {
  const known = stages.map((stage) =>
    stage.executionId === execution.id ? stage.standing : ran.get(stage.name),
  );
  const furthest = known.findLastIndex((standing) => standing !== undefined);
  const inbound = isInFlight(execution.status)
    ? stages.findLastIndex((stage) => stage.inbound.some((waiting) => waiting.executionId === execution.id))
    : -1;
  if (failedByCondition(execution.status, stages, furthest, known[furthest])) known[furthest] = "Failed";
  const waits = inbound > furthest ? stages[inbound] : undefined;
  const inside = furthest >= 0 ? stages[furthest] : undefined;
  return {
    ...execution,
    standing: standingOf(execution.status, waits, known),
    percentComplete: !waits && inside?.executionId === execution.id ? inside.percentComplete : undefined,
    stage: waits?.name ?? endOf(execution.status, stages, furthest, known[furthest]),
    stages: stages.map((stage, index) => ({
      stage: stage.name,
      standing: known[index] ?? (isWhole ? "NotYetRun" : guessed(execution, index < furthest)),
      percentComplete:
        stage.executionId === execution.id && stage.standing === "InProgress"
          ? stage.percentComplete
          : undefined,
    })),
  };
}

function standingOf(
  status: string,
  waits: StageState | undefined,
  known: ReadonlyArray<Standing | undefined>,
): Standing {
  if (status !== "InProgress") return status;
  if (waits) return waits.transition.enabled ? "Queued" : "ClosedGate";
  return known.includes("Approval") ? "Approval" : status;
}

/**
 * Whether an execution failed in a stage whose actions all succeeded: by the condition behind them. Where the stage after it
 * has one of its own before its entry, the execution may have failed there.
 */
function failedByCondition(
  status: string,
  stages: readonly StageState[],
  furthest: number,
  standing: Standing | undefined,
): boolean {
  if (status !== "Failed" || standing !== "Succeeded") return false;
  return stages[furthest]?.onSuccess !== undefined && stages[furthest + 1]?.beforeEntry === undefined;
}

/** A superseded, cancelled or stopped execution whose last stage succeeded ended in front of the next one. */
function endOf(
  status: string,
  stages: readonly StageState[],
  furthest: number,
  standing: Standing | undefined,
): string | undefined {
  const inFront = status !== "Succeeded" && !isInFlight(status) && standing === "Succeeded";
  return (inFront ? stages[furthest + 1]?.name : undefined) ?? stages[furthest]?.name;
}

/**
 * A rollback runs its one stage only; any other execution came through all stages before the one it reached, unless one was
 * skipped or is younger than it.
 */
function guessed(execution: UnplacedExecution, before: boolean): Standing {
  const standard = execution.executionType !== "ROLLBACK";
  return standard && (before || execution.status === "Succeeded") ? "Succeeded" : "NotYetRun";
}
