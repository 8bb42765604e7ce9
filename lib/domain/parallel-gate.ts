import type { ExecutionSummary } from "./execution";
import type { StageState } from "./pipeline-state";

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
