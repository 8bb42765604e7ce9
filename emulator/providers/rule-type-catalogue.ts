/** One rule type AWS offers. */
export interface RuleTypeEntry {
  id: { category: "Rule"; owner: "AWS"; provider: string; version: "1" };
  /** Fewest and most artifacts. */
  inputs: readonly [number, number];
  properties: ReadonlyArray<{ name: string; required: boolean }>;
}

/** Provider, input artifacts as `least..most`, then properties, required ones with a star. */
const rows = [
  "CloudWatchAlarm | 0..0 | AlarmName* AlarmStates WaitTime",
  "CodeBuild | 0..5 | ProjectName* PrimarySource BatchEnabled CombineArtifacts EnvironmentVariables",
  "Commands | 0..5 |",
  "DeploymentWindow | 0..0 | Cron* TimeZone",
  "LambdaInvoke | 0..5 | FunctionName* UserParameters",
  "VariableCheck | 0..0 | Variable* Value* Operator*",
] as const;

function entry(row: string): RuleTypeEntry {
  const [provider = "", counts = "", properties = ""] = row.split("|").map((part) => part.trim());
  const [least = 0, most = 0] = counts.split("..").map(Number);
  return {
    id: { category: "Rule", owner: "AWS", provider, version: "1" },
    inputs: [least, most],
    properties: properties
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => ({ name: word.replace("*", ""), required: word.endsWith("*") })),
  };
}

/** The rule types AWS offers, by provider. */
export const ruleTypes: readonly RuleTypeEntry[] = rows.map(entry);
