import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import type { Station, Train } from "./pipeline";
import type { InboundExecution, StageState } from "./pipeline-state";
import { shortExecution } from "./short-id";
import { isOccupied } from "./stage-standing";
import { stoppedBy } from "./stopped-by";

/**
 * The small rail: one station a stage. `revision` is always the one at rest there; to print it once, at the furthest
 * station it reached, is up to the drawing. In PARALLEL mode stations count the executions inside.
 */
export function toStations(
  executionMode: string,
  stages: readonly StageState[],
  executions: readonly ExecutionSummary[],
): Station[] {
  const parallel = executionMode === "PARALLEL";
  return stages.map((stage) => ({
    stage: stage.name,
    standing: stage.standing,
    percentComplete: stage.percentComplete,
    revision: parallel ? undefined : restingLabel(stage),
    train: parallel ? undefined : trainInside(stage),
    waiting: waitingTrains(stage).map(({ executionId, label, kind }) => ({ executionId, label, kind })),
    gateClosed: !stage.transition.enabled,
    overridable: stoppedBy(stage)?.condition,
    count: parallel
      ? executions.filter((execution) => isInFlight(execution.status) && execution.stage === stage.name)
          .length
      : undefined,
  }));
}

/** Executions that wait in front of a stage; those stopped or failed there never enter and are left out. */
export function waitingTrains(stage: StageState): InboundExecution[] {
  return stage.inbound.filter((inbound) => isInFlight(inbound.status));
}

/** What the execution in or last in a stage is called; undefined when the stage never ran. */
export function stageLabel(stage: StageState): string | undefined {
  if (stage.executionId === undefined) return undefined;
  return stage.revision
    ? executionLabel(stage.executionId, [stage.revision])
    : shortExecution(stage.executionId);
}

function restingLabel(stage: StageState): string | undefined {
  return isOccupied(stage.standing) ? undefined : stageLabel(stage);
}

function trainInside(stage: StageState): Train | undefined {
  const label = stageLabel(stage);
  if (!isOccupied(stage.standing) || stage.executionId === undefined || label === undefined) return undefined;
  return { executionId: stage.executionId, label, kind: stage.standing === "Approval" ? "person" : "run" };
}
