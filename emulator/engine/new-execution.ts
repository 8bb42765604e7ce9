import { currentDeclaration } from "./pipeline-lookup";
import type { Execution, Pipeline } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** Quota: executions of a QUEUED or PARALLEL pipeline that have not ended, running and waiting together. */
const concurrentExecutions = 50;

/** True when a QUEUED or PARALLEL pipeline has no place for one more execution, or for one of an earlier `mode` to go on. */
export function isFull(pipeline: Pipeline, mode = currentDeclaration(pipeline).executionMode): boolean {
  return mode !== "SUPERSEDED" && pipeline.active.size >= concurrentExecutions;
}

/** Throws ConcurrentPipelineExecutionsLimitExceededException when no execution of the pipeline may start or go on. */
export function demandPlace(pipeline: Pipeline): void {
  if (!isFull(pipeline)) return;
  throw new ServiceError(
    "ConcurrentPipelineExecutionsLimitExceededException",
    `Pipeline '${pipeline.name}' has reached the limit of 50 concurrent executions`,
  );
}

/** What is different from execution to execution when it starts. */
export type NewExecution = Pick<
  Execution,
  "type" | "trigger" | "variables" | "pinnedRevisions" | "takenRevisions" | "namespaces" | "artifacts"
> &
  Pick<Partial<Execution>, "rollbackTarget">;

/** Records an execution of the pipeline's current version that has not entered a stage yet. */
export function recordExecution(sim: Simulation, pipeline: Pipeline, parts: NewExecution): Execution {
  const declaration = currentDeclaration(pipeline);
  const execution: Execution = {
    id: pipeline.random.uuid(),
    pipeline,
    version: pipeline.versions.length,
    declaration,
    mode: declaration.executionMode ?? "SUPERSEDED",
    status: "InProgress",
    startedAt: sim.now,
    changedAt: sim.now,
    ...parts,
    actionRuns: [],
    ruleRuns: [],
    stays: new Map(),
    succeededStages: new Set(),
    cancelling: false,
    attempt: 1,
  };
  pipeline.executions.push(execution);
  pipeline.executionsById.set(execution.id, execution);
  pipeline.active.add(execution);
  return execution;
}
