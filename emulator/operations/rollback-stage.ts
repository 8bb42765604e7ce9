import { findPipeline } from "../engine/pipeline-lookup";
import { rollBackStage } from "../engine/roll-back-stage";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  targetPipelineExecutionId: string;
}

/** RollbackStage: a new execution that runs one stage with what an earlier execution worked with. */
export const rollbackStage = defineOperation<Input>({
  name: "RollbackStage",
  input: "RollbackStageInput",
  errors: [
    "Conflict",
    "PipelineNotFound",
    "PipelineExecutionNotFound",
    "PipelineExecutionOutdated",
    "StageNotFound",
    "UnableToRollbackStage",
  ],
  run(world, ctx, { pipelineName, stageName, targetPipelineExecutionId }) {
    const { id } = rollBackStage(world, findPipeline(world, ctx, pipelineName), {
      stageName,
      targetExecutionId: targetPipelineExecutionId,
      by: ctx.principalArn,
    });
    return { pipelineExecutionId: id };
  },
});
