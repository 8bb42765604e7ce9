import "server-only";
import { RollbackStageCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { text } from "./lenient";
import { type WriteOutcome, writeAws } from "./write-aws";

/** Starts an execution that brings a stage back to what an earlier one did there (RollbackStage): one POST, never repeated. */
export function rollbackStage(
  target: TargetConfig,
  rollback: { pipeline: string; stage: string; targetExecutionId: string },
): Promise<WriteOutcome> {
  return writeAws(target, "RollbackStage", async (client, abortSignal) => {
    const output = await client.send(
      new RollbackStageCommand({
        pipelineName: rollback.pipeline,
        stageName: rollback.stage,
        targetPipelineExecutionId: rollback.targetExecutionId,
      }),
      { abortSignal },
    );
    const startedExecutionId = text(output.pipelineExecutionId);
    if (startedExecutionId === undefined)
      throw new MalformedAnswerError("RollbackStage answered without an execution");
    return { awsRequestId: output.$metadata.requestId, startedExecutionId };
  });
}
