import { findExecution, findPipeline } from "../engine/pipeline-lookup";
import { executionDetail } from "../engine/views/execution-view";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  pipelineExecutionId: string;
}

/** GetPipelineExecution: one execution with its artifacts' revisions and variables. */
export const getPipelineExecution = defineOperation<Input>({
  name: "GetPipelineExecution",
  input: "GetPipelineExecutionInput",
  errors: ["PipelineNotFound", "PipelineExecutionNotFound"],
  run(world, ctx, { pipelineName, pipelineExecutionId }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    return { pipelineExecution: executionDetail(world, findExecution(pipeline, pipelineExecutionId)) };
  },
});
