import type { ExecutionSummary } from "./execution";
import { executionLabel } from "./execution-label";
import type { InboundExecution, PipelineState, StageState } from "./pipeline-state";
import { waitingTrains } from "./station";

/**
 * The stage in front of whose closed gate an execution waits, if it does. In PARALLEL mode AWS lists nobody in front of a
 * stage: who came through the stage before it stands there.
 */
export function closedGateBefore(
  { status, stages: passed }: ExecutionSummary,
  stages: readonly StageState[],
): StageState | undefined {
  if (status !== "InProgress") return undefined;
  const furthest = passed.findLastIndex(({ standing }) => standing !== "NotYetRun");
  if (passed[furthest]?.standing !== "Succeeded") return undefined;
  const next = stages.find(({ name }) => name === passed[furthest + 1]?.stage);
  return next?.transition.enabled === false ? next : undefined;
}

/** The last closed gate that executions wait at, with those; undefined where none waits at any. */
export function lastClosedGate(
  executions: readonly ExecutionSummary[],
  stages: readonly StageState[],
): { gate: StageState; held: ExecutionSummary[] } | undefined {
  const gate = stages.findLast((stage) => executions.some((one) => closedGateBefore(one, stages) === stage));
  return gate && { gate, held: executions.filter((one) => closedGateBefore(one, stages) === gate) };
}

/** The execution itself, standing at the closed gate in front of it where there is one. */
export function atClosedGate(execution: ExecutionSummary, stages: readonly StageState[]): ExecutionSummary {
  const gate = closedGateBefore(execution, stages);
  return gate ? { ...execution, standing: "ClosedGate", stage: gate.name } : execution;
}

/** Who waits in front of a stage, in every mode; the next, or in PARALLEL mode the one that started first, comes first. */
export function waitingBefore(
  stage: StageState,
  { row, onTheLine, stages }: Pick<PipelineState, "row" | "onTheLine" | "stages">,
): InboundExecution[] {
  if (row.executionMode !== "PARALLEL") return waitingTrains(stage);
  return onTheLine
    .filter((execution) => closedGateBefore(execution, stages)?.name === stage.name)
    .map(({ id, revisions, status, executionType }) => ({
      executionId: id,
      label: executionLabel(id, revisions),
      kind: "track" as const,
      status,
      executionType,
      revisions,
    }))
    .toReversed();
}
