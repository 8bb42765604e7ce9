import "server-only";
import type {
  Condition as AwsCondition,
  StageConditionState as AwsConditionState,
  RuleDeclaration as AwsRule,
  RuleState as AwsRuleState,
} from "@aws-sdk/client-codepipeline";
import type { Instant } from "@/lib/domain/instant";
import type { ConditionState, RuleState } from "@/lib/domain/pipeline-state";
import { instant, objects, text, webAddress } from "./lenient";
import { toErrorDetails } from "./to-error-details";
import { windowOpening } from "./window-opening";

/** What AWS allows as the timeout of a rule. */
const LONGEST_MINUTES = 86_400;

/** A condition of a stage from its state and its declaration; undefined when the stage has none. */
export function toCondition(
  state: AwsConditionState | undefined,
  declared: readonly AwsCondition[] | undefined,
): ConditionState | undefined {
  const [declaration] = objects(declared);
  const [latest] = objects(state?.conditionStates);
  if (!declaration && !latest && !state?.latestExecution) return undefined;
  const states = objects(latest?.ruleStates);
  const declaredRules = objects(declaration?.rules);
  const rules =
    states.length > 0
      ? states.map((rule) =>
          toRule(
            rule,
            declaredRules.find(({ name }) => name === rule.ruleName),
          ),
        )
      : declaredRules.map(notYetRun);
  return {
    result: text(declaration?.result),
    standing: text(state?.latestExecution?.status) ?? text(latest?.latestExecution?.status) ?? "NotYetRun",
    summary: text(state?.latestExecution?.summary) ?? text(latest?.latestExecution?.summary),
    changedAt: instant(latest?.latestExecution?.lastStatusChange),
    rules,
  };
}

function toRule(aws: AwsRuleState, declared: AwsRule | undefined): RuleState {
  const run = aws.latestExecution;
  const changedAt = instant(run?.lastStatusChange);
  const evaluates = text(run?.status) === "InProgress" && changedAt !== undefined;
  const endsBy = evaluates ? deadline(changedAt, declared) : undefined;
  const opensAt = evaluates ? opening(changedAt, declared) : undefined;
  return {
    name: text(aws.ruleName) ?? "",
    standing: text(run?.status) ?? "NotYetRun",
    summary: text(run?.summary),
    changedAt,
    externalExecutionUrl: webAddress(run?.externalExecutionUrl),
    error: toErrorDetails(run?.errorDetails),
    ...providerOf(declared),
    ...(endsBy !== undefined && { endsBy }),
    ...(opensAt !== undefined && { opensAt }),
  };
}

function notYetRun(declared: AwsRule): RuleState {
  return { name: text(declared.name) ?? "", standing: "NotYetRun", ...providerOf(declared) };
}

function providerOf(declared: AwsRule | undefined): { provider?: string } {
  const provider = text(declared?.ruleTypeId?.provider);
  return provider === undefined ? {} : { provider };
}

function opening(since: Instant, declared: AwsRule | undefined): Instant | undefined {
  if (text(declared?.ruleTypeId?.provider) !== "DeploymentWindow") return undefined;
  return windowOpening(declared?.configuration ?? {}, since);
}

/** When AWS gives up on a rule that began at `since`: what comes first of its timeout and of an alarm's WaitTime, minutes. */
function deadline(since: Instant, declared: AwsRule | undefined): Instant | undefined {
  const minutes = [declared?.timeoutInMinutes, Number(declared?.configuration?.WaitTime)].filter(
    (each): each is number => typeof each === "number" && each > 0 && each <= LONGEST_MINUTES,
  );
  if (minutes.length === 0) return undefined;
  return instant(new Date(Date.parse(since) + Math.min(...minutes) * 60_000));
}
