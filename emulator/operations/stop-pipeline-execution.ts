import { findPipeline } from "../engine/pipeline-lookup";
import { ServiceError } from "../engine/service-error";
import { stopExecution } from "../engine/stop-execution";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  pipelineExecutionId: string;
  abandon?: boolean;
  reason?: string;
}

/** StopPipelineExecution: after the running actions, or with `abandon` at once. */
export const stopPipelineExecution = defineOperation<Input>({
  name: "StopPipelineExecution",
  input: "StopPipelineExecutionInput",
  errors: ["Conflict", "PipelineNotFound", "PipelineExecutionNotStoppable", "DuplicatedStopRequest"],
  run(world, ctx, { pipelineName, pipelineExecutionId, abandon = false, reason }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    const execution = pipeline.executionsById.get(pipelineExecutionId);
    if (!execution || (execution.status !== "InProgress" && execution.status !== "Stopping")) {
      throw new ServiceError(
        "PipelineExecutionNotStoppableException",
        `Pipeline execution '${pipelineExecutionId}' is not in progress and cannot be stopped`,
      );
    }
    if (execution.status === "Stopping" && (!abandon || execution.stop?.abandon)) {
      throw new ServiceError(
        "DuplicatedStopRequestException",
        `Pipeline execution '${pipelineExecutionId}' is already stopping`,
      );
    }
    stopExecution(world, execution, abandon, reason);
    return { pipelineExecutionId };
  },
});
