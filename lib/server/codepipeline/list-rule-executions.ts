import "server-only";
import {
  type RuleExecutionDetail as AwsRuleExecution,
  ListRuleExecutionsCommand,
} from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsRuleExecution };

interface Page {
  items: AwsRuleExecution[];
  nextToken?: string;
}

/** Rule executions of one execution, newest first, 100 a page (ListRuleExecutions). Throws AwsReadError. */
export function listRuleExecutions(
  target: TargetConfig,
  pipelineName: string,
  range: { executionId: string; nextToken?: string },
): Promise<Page> {
  const filter = { pipelineExecutionId: range.executionId };
  return readAws(target, "ListRuleExecutions", async (client, abortSignal) => {
    const output = await client.send(
      new ListRuleExecutionsCommand({ pipelineName, filter, nextToken: range.nextToken, maxResults: 100 }),
      { abortSignal },
    );
    if (!Array.isArray(output.ruleExecutionDetails)) {
      throw new MalformedAnswerError("ListRuleExecutions answered without rules");
    }
    return { items: output.ruleExecutionDetails, nextToken: output.nextToken };
  });
}
