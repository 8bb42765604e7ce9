import "server-only";
import { RetryStageExecutionCommand, type StageRetryMode } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { type WriteOutcome, writeAws } from "./write-aws";

/** Runs the failed actions of a stage, or all, again within the same execution (RetryStageExecution): one POST, never repeated. */
export function retryStageExecution(
  target: TargetConfig,
  retry: { pipeline: string; stage: string; executionId: string; mode: StageRetryMode },
): Promise<WriteOutcome> {
  return writeAws(target, "RetryStageExecution", async (client, abortSignal) => {
    const output = await client.send(
      new RetryStageExecutionCommand({
        pipelineName: retry.pipeline,
        stageName: retry.stage,
        pipelineExecutionId: retry.executionId,
        retryMode: retry.mode,
      }),
      { abortSignal },
    );
    if (output.pipelineExecutionId !== retry.executionId)
      throw new MalformedAnswerError("RetryStageExecution answered without the execution");
    return { awsRequestId: output.$metadata.requestId };
  });
}
