import { overrideCondition } from "../engine/override-condition";
import { findPipeline } from "../engine/pipeline-lookup";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  pipelineExecutionId: string;
  conditionType: "BEFORE_ENTRY" | "ON_SUCCESS";
}

const kindOf = { BEFORE_ENTRY: "beforeEntry", ON_SUCCESS: "onSuccess" } as const;

/** OverrideStageCondition: the stage goes on as if its condition were met. */
export const overrideStageCondition = defineOperation<Input>({
  name: "OverrideStageCondition",
  input: "OverrideStageConditionInput",
  errors: [
    "Conflict",
    "PipelineNotFound",
    "StageNotFound",
    "ConditionNotOverridable",
    "NotLatestPipelineExecution",
    "ConcurrentPipelineExecutionsLimitExceeded",
  ],
  run(world, ctx, { pipelineName, stageName, pipelineExecutionId, conditionType }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    const reference = { stageName, executionId: pipelineExecutionId };
    overrideCondition(world, pipeline, reference, kindOf[conditionType], ctx.principalArn);
    return undefined;
  },
});
