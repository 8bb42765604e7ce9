import "server-only";
import type { ExecutionOrigin } from "@/lib/domain/own-change";
import { principalName } from "@/lib/domain/principal-name";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { getPipelineExecution } from "./get-pipeline-execution";
import { objects, text } from "./lenient";
import { listActionExecutions } from "./list-action-executions";

/** What source actions tell of an author, by kind of provider. */
const AUTHOR_VARIABLES = ["AuthorEmail", "AuthorDisplayName", "AuthorId"];

/** Who started an execution by hand, and who made what it carries (GetPipelineExecution, ListActionExecutions). Throws AwsReadError. */
export async function executionOrigin(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
  urgency: Urgency,
): Promise<ExecutionOrigin> {
  const [execution, actions] = await Promise.all([
    getPipelineExecution(target, pipeline, executionId, urgency),
    everyAction(target, pipeline, executionId, urgency),
  ]);
  const starter = text(execution.trigger?.triggerDetail);
  const sources = objects(actions).filter(({ input }) => input?.actionTypeId?.category === "Source");
  return {
    ...(starter?.startsWith("arn:") ? { startedBy: principalName(starter) } : {}),
    authors: sources.flatMap(({ output }) =>
      AUTHOR_VARIABLES.flatMap((name) => text(output?.outputVariables?.[name]) ?? []),
    ),
  };
}

async function everyAction(target: TargetConfig, pipeline: string, executionId: string, urgency: Urgency) {
  const found = [];
  for (let nextToken: string | undefined, first = true; first || nextToken !== undefined; first = false) {
    const page = await listActionExecutions(target, pipeline, { executionId, nextToken }, urgency);
    found.push(...page.items);
    nextToken = page.nextToken;
  }
  return found;
}
