import { findPipeline } from "../engine/pipeline-lookup";
import type { RetryMode } from "../engine/retry-run";
import { retryStage } from "../engine/retry-stage";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  pipelineExecutionId: string;
  retryMode: RetryMode;
}

/** RetryStageExecution: the failed actions of a stage, or all of them, again within the same execution. */
export const retryStageExecution = defineOperation<Input>({
  name: "RetryStageExecution",
  input: "RetryStageExecutionInput",
  errors: [
    "Conflict",
    "PipelineNotFound",
    "StageNotFound",
    "StageNotRetryable",
    "NotLatestPipelineExecution",
    "ConcurrentPipelineExecutionsLimitExceeded",
  ],
  run(world, ctx, { pipelineName, stageName, pipelineExecutionId, retryMode }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    retryStage(world, pipeline, { stageName, executionId: pipelineExecutionId }, retryMode);
    return { pipelineExecutionId };
  },
});
