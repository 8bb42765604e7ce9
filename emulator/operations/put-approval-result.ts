import { answerApproval, isApprovalOf } from "../engine/approvals";
import { findAction, findPipeline, findStage } from "../engine/pipeline-lookup";
import { wireInstant } from "../engine/views/instant";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  actionName: string;
  result: { summary: string; status: "Approved" | "Rejected" };
  token: string;
}

/** PutApprovalResult: answers an open approval; the same output for both answers. */
export const putApprovalResult = defineOperation<Input>({
  name: "PutApprovalResult",
  input: "PutApprovalResultInput",
  errors: [
    "InvalidApprovalToken",
    "ApprovalAlreadyCompleted",
    "PipelineNotFound",
    "StageNotFound",
    "ActionNotFound",
  ],
  run(world, ctx, { pipelineName, stageName, actionName, result, token }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    // A PARALLEL execution runs on by its own version, whose stages the pipeline may not have any more.
    if (!isApprovalOf(pipeline, token, stageName, actionName))
      findAction(findStage(pipeline, stageName).stage, actionName);
    answerApproval(world, pipeline, { stageName, actionName, token, ...result, by: ctx.principalArn });
    return { approvedAt: wireInstant(world.now) };
  },
});
