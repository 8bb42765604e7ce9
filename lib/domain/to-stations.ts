import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import { isInside } from "./is-inside";
import type { Station, Train } from "./pipeline";
import type { StageState } from "./pipeline-state";
import { isOccupied } from "./stage-standing";
import { stageLabel, waitingTrains } from "./station";
import { stoppedBy } from "./stopped-by";

/**
 * The small rail: one station a stage. `revision` is always the one at rest there; to print it once, at the furthest
 * station it reached, is up to the drawing. In PARALLEL mode stations count the executions inside, besides
 * those that wait at a closed gate.
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
    waiting: parallel
      ? heldBefore(stage.name, executions)
      : waitingTrains(stage).map(({ executionId, label, kind }) => ({ executionId, label, kind })),
    gateClosed: !stage.transition.enabled,
    overridable: stoppedBy(stage)?.condition,
    ...(parallel && insideOf(stage.name, executions)),
  }));
}

function insideOf(
  stage: string,
  executions: readonly ExecutionSummary[],
): Required<Pick<Station, "count">> & Pick<Station, "labels"> {
  const inside = executions.filter((execution) => isInside(execution, stage));
  const labels = inside.map(({ id, revisions }) => executionLabel(id, revisions));
  return { count: inside.length, ...(labels.length > 0 && { labels }) };
}

/** Who stands at the closed gate of a stage, the one that started first in front. */
function heldBefore(stage: string, executions: readonly ExecutionSummary[]): Train[] {
  return executions
    .filter(({ standing, stage: place }) => standing === "ClosedGate" && place === stage)
    .map(({ id, revisions }) => ({
      executionId: id,
      label: executionLabel(id, revisions),
      kind: "track" as const,
    }))
    .toReversed();
}

function restingLabel(stage: StageState): string | undefined {
  return isOccupied(stage.standing) ? undefined : stageLabel(stage);
}

function trainInside(stage: StageState): Train | undefined {
  const label = stageLabel(stage);
  if (!isOccupied(stage.standing) || stage.executionId === undefined || label === undefined) return undefined;
  return { executionId: stage.executionId, label, kind: stage.standing === "Approval" ? "person" : "run" };
}
