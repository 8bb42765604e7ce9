import { emitPipelineEvent } from "./bridge-events";
import { recordExecution } from "./new-execution";
import type { Execution } from "./record";
import type { Simulation } from "./simulation";

/** Records a ROLLBACK execution with everything its target worked with; it has not entered its stage yet. */
export function recordRollback(sim: Simulation, target: Execution, trigger: Execution["trigger"]): Execution {
  const execution = recordExecution(sim, target.pipeline, {
    type: "ROLLBACK",
    trigger,
    variables: new Map(target.variables),
    namespaces: new Map(target.namespaces),
    artifacts: new Map(target.artifacts),
    pinnedRevisions: new Map(target.takenRevisions),
    takenRevisions: new Map(target.takenRevisions),
    rollbackTarget: target,
  });
  emitPipelineEvent(sim, execution, "STARTED");
  return execution;
}
