import "server-only";
import { objects } from "../codepipeline/lenient";
import type { AwsActionExecution } from "../codepipeline/list-action-executions";

/** Of the output variables, who made a source revision and on which branch. */
const KEPT_VARIABLES = new Set(["AuthorDisplayName", "AuthorId", "BranchName", "SourceBranchName"]);

/** What of an action a row of the history needs: a history of thousands is kept, so the rest is let go. */
export function slimAction(action: AwsActionExecution): AwsActionExecution {
  const category = action.input?.actionTypeId?.category;
  const variables = category === "Source" ? action.output?.outputVariables : undefined;
  return {
    actionExecutionId: action.actionExecutionId,
    pipelineExecutionId: action.pipelineExecutionId,
    stageName: action.stageName,
    actionName: action.actionName,
    startTime: action.startTime,
    lastUpdateTime: action.lastUpdateTime,
    status: action.status,
    ...(action.input?.actionTypeId === undefined
      ? {}
      : { input: { actionTypeId: { ...action.input.actionTypeId } } }),
    ...(variables === undefined || variables === null
      ? {}
      : { output: { outputVariables: kept(variables) } }),
  };
}

/** Those of a list that can be told apart. */
export function identified<Item, Key extends keyof Item>(
  items: readonly Item[] | undefined,
  key: Key,
): Item[] {
  return objects(items).filter((item) => typeof item[key] === "string" && item[key] !== "");
}

function kept(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => KEPT_VARIABLES.has(name)));
}
