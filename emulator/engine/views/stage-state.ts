import type { StageDeclaration } from "../declaration";
import type { Execution, Gate, Pipeline, StageRetries } from "../record";
import type { Simulation } from "../simulation";
import { actionState } from "./action-state";
import { conditionState } from "./condition-state";
import { wireInstant } from "./instant";

function stageExecution(sim: Simulation, execution: Execution, status: string): Record<string, unknown> {
  const sendType = execution.type === "ROLLBACK" || sim.choices.sendStandardType;
  return { pipelineExecutionId: execution.id, status, ...(sendType && { type: execution.type }) };
}

function transitionState({ transition }: Gate): Record<string, unknown> {
  const { enabled, lastChangedBy, lastChangedAt, disabledReason } = transition;
  return {
    enabled,
    ...(lastChangedBy !== undefined && { lastChangedBy }),
    ...(lastChangedAt !== undefined && { lastChangedAt: wireInstant(lastChangedAt) }),
    ...(disabledReason !== undefined && { disabledReason }),
  };
}

function retryMetadata({ automatic, manual, latest }: StageRetries): Record<string, unknown> {
  return {
    ...(automatic > 0 && { autoStageRetryAttempt: automatic }),
    ...(manual > 0 && { manualStageRetryAttempt: manual }),
    latestRetryTrigger: latest,
  };
}

/** StageState of GetPipelineState; `showRuns` is false for PARALLEL pipelines, which have no state. */
export function stageState(
  sim: Simulation,
  pipeline: Pipeline,
  stage: StageDeclaration,
  gate: Gate,
  showRuns: boolean,
): Record<string, unknown> {
  const waiters = showRuns ? gate.waiters.filter(({ execution }) => execution.mode !== "PARALLEL") : [];
  const inbound = waiters.map(({ execution }) => stageExecution(sim, execution, execution.status));
  const latest = showRuns ? gate.latestRun : undefined;
  const beforeEntry = conditionState(stage, "beforeEntry", latest);
  const onSuccess = conditionState(stage, "onSuccess", latest);
  const onFailure = conditionState(stage, "onFailure", latest);
  return {
    stageName: stage.name,
    ...(inbound[0] && { inboundExecution: inbound[0] }),
    inboundExecutions: inbound,
    inboundTransitionState: transitionState(gate),
    actionStates: stage.actions.map((action) =>
      actionState(pipeline, action, showRuns ? gate : undefined, sim.now),
    ),
    ...(latest && { latestExecution: stageExecution(sim, latest.execution, latest.status) }),
    ...(beforeEntry && { beforeEntryConditionState: beforeEntry }),
    ...(onSuccess && { onSuccessConditionState: onSuccess }),
    ...(onFailure && { onFailureConditionState: onFailure }),
    ...(latest?.retries && { retryStageMetadata: retryMetadata(latest.retries) }),
  };
}
