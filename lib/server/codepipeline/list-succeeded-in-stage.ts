import "server-only";
import { ListPipelineExecutionsCommand } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import type { AwsExecutionPage } from "./list-pipeline-executions";
import { readAws } from "./read-aws";

/**
 * Executions that succeeded in a stage in the current version of the pipeline, newest first: those it can be rolled back
 * to, and rollbacks (ListPipelineExecutions, filter succeededInStage). Throws AwsReadError.
 */
export function listSucceededInStage(
  target: TargetConfig,
  pipelineName: string,
  stageName: string,
  page: { nextToken?: string; maxResults: number },
): Promise<AwsExecutionPage> {
  const filter = { succeededInStage: { stageName } };
  return readAws(target, "ListPipelineExecutions", async (client, abortSignal) => {
    const output = await client.send(new ListPipelineExecutionsCommand({ pipelineName, filter, ...page }), {
      abortSignal,
    });
    if (!Array.isArray(output.pipelineExecutionSummaries))
      throw new MalformedAnswerError("ListPipelineExecutions answered without executions");
    return { items: output.pipelineExecutionSummaries, nextToken: output.nextToken };
  });
}
