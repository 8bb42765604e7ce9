import "server-only";
import type {
  Condition as AwsCondition,
  StageConditionState as AwsConditionState,
  RuleState as AwsRuleState,
} from "@aws-sdk/client-codepipeline";
import type { ConditionState, RuleState } from "@/lib/domain/pipeline-state";
import { instant, objects, text, webAddress } from "./lenient";
import { toErrorDetails } from "./to-error-details";

/** A condition of a stage from its state and its declaration; undefined when the stage has none. */
export function toCondition(
  state: AwsConditionState | undefined,
  declared: readonly AwsCondition[] | undefined,
): ConditionState | undefined {
  const [declaration] = objects(declared);
  const [latest] = objects(state?.conditionStates);
  if (!declaration && !latest && !state?.latestExecution) return undefined;
  const states = objects(latest?.ruleStates);
  const rules =
    states.length > 0 ? states.map(toRule) : objects(declaration?.rules).map((rule) => notYetRun(rule.name));
  return {
    result: text(declaration?.result),
    standing: text(state?.latestExecution?.status) ?? text(latest?.latestExecution?.status) ?? "NotYetRun",
    summary: text(state?.latestExecution?.summary) ?? text(latest?.latestExecution?.summary),
    changedAt: instant(latest?.latestExecution?.lastStatusChange),
    rules,
  };
}

function toRule(aws: AwsRuleState): RuleState {
  const run = aws.latestExecution;
  return {
    name: text(aws.ruleName) ?? "",
    standing: text(run?.status) ?? "NotYetRun",
    summary: text(run?.summary),
    changedAt: instant(run?.lastStatusChange),
    externalExecutionUrl: webAddress(run?.externalExecutionUrl),
    error: toErrorDetails(run?.errorDetails),
  };
}

function notYetRun(name: unknown): RuleState {
  return { name: text(name) ?? "", standing: "NotYetRun" };
}
