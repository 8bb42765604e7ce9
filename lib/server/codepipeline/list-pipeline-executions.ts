import "server-only";
import {
  type PipelineExecutionSummary as AwsExecutionSummary,
  ListPipelineExecutionsCommand,
} from "@aws-sdk/client-codepipeline";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsExecutionSummary };

/** The newest executions of a pipeline, at most 100 (one page of ListPipelineExecutions). Throws AwsReadError. */
export function listPipelineExecutions(
  target: TargetConfig,
  pipelineName: string,
  urgency?: Urgency,
): Promise<AwsExecutionSummary[]> {
  return readAws(
    target,
    "ListPipelineExecutions",
    async (client, abortSignal) => {
      const output = await client.send(new ListPipelineExecutionsCommand({ pipelineName, maxResults: 100 }), {
        abortSignal,
      });
      if (!Array.isArray(output.pipelineExecutionSummaries)) {
        throw new MalformedAnswerError("ListPipelineExecutions answered without executions");
      }
      return output.pipelineExecutionSummaries;
    },
    urgency,
  );
}

/** One page of executions and the way to the next. */
export interface AwsExecutionPage {
  items: AwsExecutionSummary[];
  nextToken?: string;
}

/** Executions of a pipeline, newest first, 100 a page (ListPipelineExecutions). Throws AwsReadError. */
export function listExecutionPage(
  target: TargetConfig,
  pipelineName: string,
  nextToken?: string,
): Promise<AwsExecutionPage> {
  return readAws(target, "ListPipelineExecutions", async (client, abortSignal) => {
    const output = await client.send(
      new ListPipelineExecutionsCommand({ pipelineName, nextToken, maxResults: 100 }),
      { abortSignal },
    );
    if (!Array.isArray(output.pipelineExecutionSummaries)) {
      throw new MalformedAnswerError("ListPipelineExecutions answered without executions");
    }
    return { items: output.pipelineExecutionSummaries, nextToken: output.nextToken };
  });
}
