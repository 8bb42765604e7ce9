import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import type { InboundExecution, StageState } from "./pipeline-state";
import { shortExecution } from "./short-id";

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
