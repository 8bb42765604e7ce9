import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import type { Revision } from "@/lib/domain/revision";

/** Source revisions of an execution as the page knows them. */
export function revisionsOf(state: PipelineState, stage: StageState, executionId: string): Revision[] {
  const execution = [...state.onTheLine, ...state.finishedLast].find((each) => each.id === executionId);
  if (execution !== undefined) {
    return execution.revisions;
  }
  return stage.executionId === executionId && stage.revision !== undefined ? [stage.revision] : [];
}
