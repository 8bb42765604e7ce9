import { emailOf } from "../providers/git-source";
import type { BridgeEvent } from "./event-log";
import type { ActionRun, Execution, StageRun } from "./record";
import type { Simulation } from "./simulation";

/** States in EventBridge's words, which differ from the API's (CANCELED, STARTED). */
export type PipelineEventState =
  | "STARTED"
  | "RESUMED"
  | "SUCCEEDED"
  | "FAILED"
  | "STOPPING"
  | "STOPPED"
  | "SUPERSEDED"
  | "CANCELED";
export type StageEventState = Exclude<PipelineEventState, "SUPERSEDED">;
export type ActionEventState = "STARTED" | "SUCCEEDED" | "FAILED" | "ABANDONED";

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** ISO without a fraction of a second. */
function wholeSecond(instant: number): string {
  return `${iso(instant).slice(0, 19)}Z`;
}

function emit(sim: Simulation, execution: Execution, level: string, detail: Record<string, unknown>): void {
  const { account, region, arn, name, random } = execution.pipeline;
  const event: BridgeEvent = {
    version: "0",
    id: random.uuid(),
    "detail-type": `CodePipeline ${level} Execution State Change`,
    source: "aws.codepipeline",
    account,
    time: wholeSecond(sim.now),
    region,
    resources: [arn],
    detail: {
      pipeline: name,
      "execution-id": execution.id,
      ...detail,
      version: execution.version,
      "pipeline-execution-attempt": execution.attempt,
    },
  };
  sim.events.append(event);
}

function gitTrigger(execution: Execution): Record<string, unknown> | undefined {
  for (const [action, revision] of execution.pinnedRevisions) {
    const declaration = execution.declaration.stages[0]?.actions.find((source) => source.name === action);
    if (declaration?.actionTypeId.provider !== "CodeStarSourceConnection") continue;
    return {
      "author-display-name": revision.author,
      "author-email": emailOf(revision.author),
      "author-id": revision.author,
      "author-date": wholeSecond(revision.createdAt),
      "full-repository-name": declaration.configuration?.FullRepositoryId,
      "provider-type": "GitHub",
      "commit-id": revision.revisionId,
      "commit-message": revision.summary,
      "connection-arn": declaration.configuration?.ConnectionArn,
      ...(revision.tag === undefined ? { "branch-name": revision.branch } : { "tag-name": revision.tag }),
    };
  }
  return undefined;
}

function triggerOf(execution: Execution, state: PipelineEventState): Record<string, unknown> | undefined {
  const { triggerType, triggerDetail } = execution.trigger;
  const git = triggerType.startsWith("Webhook") ? gitTrigger(execution) : undefined;
  if (git) return state === "FAILED" && execution.succeededStages.size === 0 ? undefined : git;
  return state === "STARTED" ? { "trigger-type": triggerType, "trigger-detail": triggerDetail } : undefined;
}

/** A pipeline execution changed its state. */
export function emitPipelineEvent(sim: Simulation, execution: Execution, state: PipelineEventState): void {
  if (!sim.events.recording) return;
  const trigger = triggerOf(execution, state);
  const comments = state === "STOPPING" ? execution.stop?.reason : undefined;
  emit(sim, execution, "Pipeline", {
    "start-time": iso(execution.startedAt),
    ...(trigger && { "execution-trigger": trigger }),
    ...(comments !== undefined && { "stop-execution-comments": comments }),
    state,
  });
}

/** A stage run changed its state. */
export function emitStageEvent(sim: Simulation, run: StageRun, state: StageEventState): void {
  if (!sim.events.recording) return;
  const { retriedAt } = run.execution;
  emit(sim, run.execution, "Stage", {
    "start-time": iso(run.startedAt),
    stage: run.declaration.name,
    state,
    ...(retriedAt !== undefined && { "stage-last-retry-attempt-time": iso(retriedAt) }),
  });
}

function resultOf(run: ActionRun): Record<string, unknown> | undefined {
  const summary = run.errorDetails?.message ?? run.summary;
  const result = {
    ...(run.externalExecutionUrl !== undefined && { "external-execution-url": run.externalExecutionUrl }),
    ...(summary !== undefined && { "external-execution-summary": summary }),
    ...(run.externalExecutionId !== undefined && { "external-execution-id": run.externalExecutionId }),
    ...(run.errorDetails?.code !== undefined && { "error-code": run.errorDetails.code }),
  };
  return Object.keys(result).length > 0 ? result : undefined;
}

/** An action changed its state. */
export function emitActionEvent(sim: Simulation, run: ActionRun, state: ActionEventState): void {
  if (!sim.events.recording) return;
  const { execution } = run.stageRun;
  const result = state === "STARTED" ? undefined : resultOf(run);
  const { owner, category, provider, version } = run.declaration.actionTypeId;
  emit(sim, execution, "Action", {
    "start-time": iso(run.startedAt),
    stage: run.stageRun.declaration.name,
    ...(result && { "execution-result": result }),
    ...(state === "STARTED" && run.inputArtifacts.length > 0 && { "input-artifacts": run.inputArtifacts }),
    ...(state === "SUCCEEDED" &&
      run.outputArtifacts.length > 0 && { "output-artifacts": run.outputArtifacts }),
    "action-execution-id": run.id,
    action: run.declaration.name,
    state,
    region: run.declaration.region ?? execution.pipeline.region,
    type: { owner, provider, category, version },
  });
}
