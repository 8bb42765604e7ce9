import { findStage } from "./pipeline-lookup";
import type { Execution, Pipeline, StageRun } from "./record";
import { ServiceError } from "./service-error";

/** Which stay in which stage a call is about. */
export interface StayReference {
  stageName: string;
  executionId: string;
}

function notLatest({ stageName, executionId }: StayReference): ServiceError {
  return new ServiceError(
    "NotLatestPipelineExecutionException",
    `Pipeline execution '${executionId}' is not the latest in stage '${stageName}'`,
  );
}

/**
 * The execution's stay in the stage, undefined when it has not been there. Executions of PARALLEL pipelines are the
 * latest always, in a stage the pipeline does not have any more too. Throws StageNotFoundException; NotLatestPipelineExecutionException when another one entered after it,
 * or the pipeline does not know the execution.
 */
export function latestStay(
  pipeline: Pipeline,
  reference: StayReference,
): { execution: Execution; run: StageRun | undefined } {
  const execution = pipeline.executionsById.get(reference.executionId);
  const run = execution?.stays.get(reference.stageName);
  if (execution?.mode === "PARALLEL" && run) return { execution, run };
  const { gate } = findStage(pipeline, reference.stageName);
  if (!execution || (run && gate.latestRun !== run)) throw notLatest(reference);
  return { execution, run };
}

/** Throws ConflictException while something of the stage run still runs, such as the rules of its condition on failure. */
export function demandIdle(run: StageRun): void {
  if (run.running === 0) return;
  throw new ServiceError(
    "ConflictException",
    `Stage '${run.declaration.name}' is busy handling ongoing activities. Try again later.`,
  );
}
