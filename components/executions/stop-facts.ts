import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { isInFlight } from "@/lib/domain/in-flight";
import type { ActionState, PipelineState } from "@/lib/domain/pipeline-state";

/** One execution that can be stopped now. */
export interface Stoppable {
  execution: ExecutionSummary;
  /** Short id of its first revision, or the start of its id. */
  label: string;
  /** Actions of it that are in progress; undefined where that is not known. */
  running: Pick<ActionState, "name" | "category" | "provider">[] | undefined;
  /** Already stopping: a second stop is refused, abandoning is not. */
  stopping: boolean;
}

/** Executions of a pipeline that a stop can be asked for, newest first. */
export function stoppable(state: PipelineState): Stoppable[] {
  return state.onTheLine
    .filter((execution) => isInFlight(execution.status))
    .map((execution) => ({
      execution,
      label: executionLabel(execution.id, execution.revisions),
      running: state.stages
        .flatMap((stage) =>
          stage.actions.map((action) => ({ action, executionId: action.executionId ?? stage.executionId })),
        )
        .filter((each) => each.executionId === execution.id && each.action.status === "InProgress")
        .map((each) => each.action),
      stopping: execution.status === "Stopping",
    }));
}
