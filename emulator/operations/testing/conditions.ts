import type { ConditionDeclaration, RuleDeclaration } from "../../engine/declaration";

/** A rule of AWS's of version 1. */
export function rule(
  provider: string,
  name: string,
  configuration: Record<string, string> = {},
): RuleDeclaration {
  return { name, ruleTypeId: { category: "Rule", owner: "AWS", provider, version: "1" }, configuration };
}

/** The rule most tests script: a CloudWatch alarm named `Alarm`. */
export const alarm = rule("CloudWatchAlarm", "Alarm", { AlarmName: "errors", WaitTime: "5" });

/** The one condition of a kind, with its result. */
export function condition(
  result: string,
  rules: RuleDeclaration[] = [alarm],
): { conditions: ConditionDeclaration[] } {
  return { conditions: [{ result, rules }] };
}
