import { abandonAction } from "./action-run";
import { emitPipelineEvent, emitStageEvent } from "./bridge-events";
import { abandonConditions } from "./condition-run";
import { second } from "./duration";
import type { Execution, StageRun } from "./record";
import type { Simulation } from "./simulation";
import { concludeStage, endExecution } from "./stage-run";

/** How long an abandoned execution is seen as Stopping. */
const abandonMs = second;

function abandonAll(sim: Simulation, run: StageRun): void {
  for (const action of run.actions.values()) abandonAction(sim, action);
  abandonConditions(sim, run);
  const { execution } = run;
  const conclude = () => {
    if (run.status === "Stopping" && execution.pipeline.active.has(execution))
      concludeStage(sim, run, "Stopped");
  };
  sim.schedule(sim.now + abandonMs, conclude, execution.pipeline);
}

/**
 * Stops an execution that has not ended: after its running actions, or at once with `abandon`. One that waits in front
 * of a stage stops at once. A second call with `abandon` turns waiting into abandoning.
 */
export function stopExecution(
  sim: Simulation,
  execution: Execution,
  abandon: boolean,
  reason?: string,
): void {
  const first = execution.status !== "Stopping";
  const kept = reason ?? execution.stop?.reason;
  execution.stop = { abandon, ...(kept !== undefined && { reason: kept }) };
  execution.changedAt = sim.now;
  const run = execution.stageRun;
  if (first) {
    execution.status = "Stopping";
    emitPipelineEvent(sim, execution, "STOPPING");
  }
  if (!run) {
    endExecution(sim, execution, "Stopped");
    return;
  }
  if (first) {
    run.status = "Stopping";
    run.held = [];
    emitStageEvent(sim, run, "STOPPING");
  }
  if (abandon) abandonAll(sim, run);
}
