import type { RuleDeclaration } from "../engine/declaration";

/** Rules of conditions as people write them, by provider. */
function rule(name: string, provider: string, configuration: Record<string, string>): RuleDeclaration {
  return { name, ruleTypeId: { category: "Rule", owner: "AWS", provider, version: "1" }, configuration };
}

/** An alarm that must be quiet; one that rings is waited for so many minutes. */
export function quietAlarm(name: string, alarmName: string, waitMinutes: number): RuleDeclaration {
  return rule(name, "CloudWatchAlarm", { AlarmName: alarmName, WaitTime: String(waitMinutes) });
}

/** Three hours of every day, from the full hour `fromHour` in UTC. */
export function nightWindow(name: string, fromHour: number): RuleDeclaration {
  const hours = [0, 1, 2].map((later) => (fromHour + later) % 24).sort((left, right) => left - right);
  return rule(name, "DeploymentWindow", { Cron: `* * ${hours.join(",")} ? * *`, TimeZone: "UTC" });
}

/** True when a variable has exactly this value. */
export function variableIs(name: string, variable: string, value: string): RuleDeclaration {
  return rule(name, "VariableCheck", { Variable: variable, Value: value, Operator: "EQ" });
}

/** A function that says whether to go on. */
export function askFunction(name: string, functionName: string): RuleDeclaration {
  return rule(name, "LambdaInvoke", { FunctionName: functionName });
}
