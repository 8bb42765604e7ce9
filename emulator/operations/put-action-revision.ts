import { isFull } from "../engine/new-execution";
import { findAction, findPipeline, findStage } from "../engine/pipeline-lookup";
import { ServiceError } from "../engine/service-error";
import { executionWith, putRevision } from "../engine/source-revision";
import { startExecution } from "../engine/start-execution";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  actionName: string;
  /** `created` in epoch seconds. */
  actionRevision: { revisionId: string; revisionChangeId: string; created: number };
}

/**
 * PutActionRevision: a revision at a source starts an execution that takes it. One that the pipeline already ran starts
 * nothing; the answer names the execution that ran it.
 */
export const putActionRevision = defineOperation<Input>({
  name: "PutActionRevision",
  input: "PutActionRevisionInput",
  errors: [
    "PipelineNotFound",
    "StageNotFound",
    "ActionNotFound",
    "ConcurrentPipelineExecutionsLimitExceeded",
  ],
  run(world, ctx, { pipelineName, stageName, actionName, actionRevision }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    const action = findAction(findStage(pipeline, stageName).stage, actionName);
    if (action.actionTypeId.category !== "Source") {
      throw new ServiceError("ValidationException", `Action '${actionName}' is not a source action`);
    }
    const { revisionId, revisionChangeId, created } = actionRevision;
    const earlier = executionWith(pipeline, actionName, revisionId);
    if (earlier) return { newRevision: false, pipelineExecutionId: earlier.id };
    if (isFull(pipeline)) {
      throw new ServiceError(
        "ConcurrentPipelineExecutionsLimitExceededException",
        `Pipeline '${pipelineName}' has reached the limit of 50 concurrent executions`,
      );
    }
    const given = { revisionId, changeId: revisionChangeId, createdAt: created * 1000 };
    const revision = putRevision(world, pipeline, action, given);
    const { id } = startExecution(world, pipeline, {
      triggerType: "PutActionRevision",
      triggerDetail: ctx.principalArn,
      pinned: new Map([[actionName, revision]]),
    });
    return { newRevision: true, pipelineExecutionId: id };
  },
});
