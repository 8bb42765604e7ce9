import { worstOf } from "./attention";
import type { ExecutionSummary } from "./execution";
import { isInFlight } from "./in-flight";
import type { StageState } from "./pipeline-state";
import { isOccupied } from "./stage-standing";
import { isKnownStanding, type Standing } from "./standing";
import { waitingTrains } from "./station";

/** Standings that belong to a stage or a condition, and what the pipeline is called instead. */
const OF_A_STAGE_ONLY: Record<string, Standing> = {
  Errored: "Failed",
  Overridden: "Succeeded",
  Skipped: "Succeeded",
};

/**
 * What of a pipeline wants attention most: the worst of its stages and of what waits between them. In PARALLEL mode
 * executions are independent, so it is the worst of those in flight and of the newest.
 */
export function headline(
  executionMode: string,
  stages: readonly StageState[],
  executions: readonly ExecutionSummary[],
): Standing {
  const inFlight = executions.filter((execution) => isInFlight(execution.status));
  if (executionMode === "PARALLEL") {
    return (
      worstOf([...inFlight, ...executions.slice(0, 1)].map((execution) => execution.standing)) ?? "NotYetRun"
    );
  }
  const standings = stages.flatMap((stage) => [
    OF_A_STAGE_ONLY[stage.standing] ?? stage.standing,
    ...(waitingTrains(stage).length > 0 ? [stage.transition.enabled ? "Queued" : "ClosedGate"] : []),
  ]);
  const between = inFlight.some((execution) => execution.status === "InProgress") && !stages.some(isBusy);
  return worstOf(between ? [...standings, "InProgress"] : standings) ?? "NotYetRun";
}

/** Whether an execution is inside or in front of the stage; a status AWS has added may well mean inside. */
function isBusy(stage: StageState): boolean {
  return isOccupied(stage.standing) || !isKnownStanding(stage.standing) || waitingTrains(stage).length > 0;
}
