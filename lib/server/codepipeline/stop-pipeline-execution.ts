import "server-only";
import { StopPipelineExecutionCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { type WriteOutcome, writeAws } from "./write-aws";

/**
 * Stops an execution (StopPipelineExecution): one POST, never repeated. Without `abandon` the actions at work
 * finish first. `reason` up to 200 characters.
 */
export function stopPipelineExecution(
  target: TargetConfig,
  stop: { pipeline: string; executionId: string; abandon: boolean; reason: string },
): Promise<WriteOutcome> {
  return writeAws(target, "StopPipelineExecution", async (client, abortSignal) => {
    const output = await client.send(
      new StopPipelineExecutionCommand({
        pipelineName: stop.pipeline,
        pipelineExecutionId: stop.executionId,
        abandon: stop.abandon,
        reason: stop.reason,
      }),
      { abortSignal },
    );
    if (output.pipelineExecutionId !== stop.executionId) {
      throw new MalformedAnswerError("StopPipelineExecution answered without the execution");
    }
    return { awsRequestId: output.$metadata.requestId };
  });
}
