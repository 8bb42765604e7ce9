import "server-only";
import {
  type DeployActionExecutionTarget as AwsDeployTarget,
  ListDeployActionExecutionTargetsCommand,
} from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsDeployTarget };

/** The targets of one run of a deploy action, 100 a page (ListDeployActionExecutionTargets). Throws AwsReadError. */
export function listDeployActionExecutionTargets(
  target: TargetConfig,
  pipelineName: string,
  { runId, nextToken }: { runId: string; nextToken?: string },
): Promise<{ items: AwsDeployTarget[]; nextToken?: string }> {
  return readAws(target, "ListDeployActionExecutionTargets", async (client, abortSignal) => {
    const output = await client.send(
      new ListDeployActionExecutionTargetsCommand({
        pipelineName,
        actionExecutionId: runId,
        nextToken,
        maxResults: 100,
      }),
      { abortSignal },
    );
    if (!Array.isArray(output.targets)) {
      throw new MalformedAnswerError("ListDeployActionExecutionTargets answered without targets");
    }
    return { items: output.targets, nextToken: output.nextToken };
  });
}
