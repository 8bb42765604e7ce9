import "server-only";
import { type SourceRevisionType, StartPipelineExecutionCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { text } from "./lenient";
import { type WriteOutcome, writeAws } from "./write-aws";

/**
 * Starts an execution (StartPipelineExecution): one POST, never repeated. AWS starts one execution for one
 * `clientRequestToken`, however often it should arrive.
 */
export function startPipelineExecution(
  target: TargetConfig,
  start: {
    pipeline: string;
    clientRequestToken: string;
    variables: Array<{ name: string; value: string }>;
    sourceRevisions: Array<{ actionName: string; revisionType: SourceRevisionType; revisionValue: string }>;
  },
): Promise<WriteOutcome> {
  const { pipeline: name, clientRequestToken, variables, sourceRevisions } = start;
  return writeAws(target, "StartPipelineExecution", async (client, abortSignal) => {
    const output = await client.send(
      new StartPipelineExecutionCommand({
        name,
        clientRequestToken,
        // Pipelines of type V1 take neither member, not even an empty one.
        ...(variables.length > 0 && { variables }),
        ...(sourceRevisions.length > 0 && { sourceRevisions }),
      }),
      { abortSignal },
    );
    const startedExecutionId = text(output.pipelineExecutionId);
    if (startedExecutionId === undefined)
      throw new MalformedAnswerError("StartPipelineExecution answered without an execution");
    return { awsRequestId: output.$metadata.requestId, startedExecutionId };
  });
}
