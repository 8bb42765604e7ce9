import "server-only";
import {
  type ActionExecutionDetail as AwsActionExecution,
  ListActionExecutionsCommand,
} from "@aws-sdk/client-codepipeline";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsActionExecution };

interface Page {
  items: AwsActionExecution[];
  nextToken?: string;
}

/**
 * Action executions of a pipeline, newest first, 100 a page (ListActionExecutions). Throws AwsReadError.
 *
 * @param range one execution only, or the page that `nextToken` leads to
 */
export function listActionExecutions(
  target: TargetConfig,
  pipelineName: string,
  range: { executionId?: string; nextToken?: string } = {},
  urgency?: Urgency,
): Promise<Page> {
  const filter = range.executionId === undefined ? undefined : { pipelineExecutionId: range.executionId };
  return readAws(
    target,
    "ListActionExecutions",
    async (client, abortSignal) => {
      const output = await client.send(
        new ListActionExecutionsCommand({
          pipelineName,
          filter,
          nextToken: range.nextToken,
          maxResults: 100,
        }),
        { abortSignal },
      );
      if (!Array.isArray(output.actionExecutionDetails)) {
        throw new MalformedAnswerError("ListActionExecutions answered without actions");
      }
      return { items: output.actionExecutionDetails, nextToken: output.nextToken };
    },
    urgency,
  );
}
