import { demandIdle, latestStay, type StayReference } from "./latest-stay";
import { demandPlace } from "./new-execution";
import type { Pipeline, StageRun } from "./record";
import { hasSomethingToRetry, type RetryMode, retryRun } from "./retry-run";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

function notRetryable(stageName: string, why: string): ServiceError {
  return new ServiceError("StageNotRetryableException", `Stage '${stageName}' cannot be retried: ${why}`);
}

function checkedStay(pipeline: Pipeline, reference: StayReference): StageRun {
  const { stageName } = reference;
  const { execution, run } = latestStay(pipeline, reference);
  if (!run) throw notRetryable(stageName, "the execution has not been in it");
  if (execution.version !== pipeline.versions.length)
    throw notRetryable(stageName, "the structure of the pipeline has changed");
  if (!hasSomethingToRetry(run)) throw notRetryable(stageName, "it has no failed actions");
  return run;
}

/** Rules of the condition on failure decide first what follows. */
function isJudged(run: StageRun): boolean {
  return run.conditions.get("onFailure")?.status === "InProgress";
}

/**
 * Tries a failed or stopped stage again; the execution keeps its id. Throws StageNotFoundException,
 * NotLatestPipelineExecutionException, StageNotRetryableException, ConflictException,
 * ConcurrentPipelineExecutionsLimitExceededException.
 */
export function retryStage(
  sim: Simulation,
  pipeline: Pipeline,
  reference: StayReference,
  mode: RetryMode,
): void {
  const run = checkedStay(pipeline, reference);
  if (isJudged(run)) demandIdle(run);
  if (mode === "ALL_ACTIONS" && run.running > 0)
    throw notRetryable(reference.stageName, "some of its actions are in progress");
  demandPlace(pipeline);
  retryRun(sim, run, mode, "ManualStageRetry");
}
