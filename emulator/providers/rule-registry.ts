import { day, minute, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import { isTimeZone, untilWindow } from "./cron-window";
import type { RuleModel, RulePlan, RuleStart } from "./rule-model";

function plan(start: RuleStart, summary: string, message: string, more: Partial<RulePlan> = {}): RulePlan {
  return {
    durationMs: start.random.between(1 * second, 5 * second),
    status: "Succeeded",
    summary,
    failure: { code: "RuleFailed", message },
    ...more,
  };
}

const deploymentWindow: RuleModel = (start) => {
  const { Cron = "* * * * * *", TimeZone = "UTC" } = start.configuration;
  if (!isTimeZone(TimeZone)) {
    const message = `${TimeZone} is not a time zone.`;
    return plan(start, "", message, {
      status: "Failed",
      durationMs: 1 * second,
      failure: { code: "ConfigurationError", message },
    });
  }
  const waitMs = untilWindow(Cron, TimeZone, start.now, start.timeoutMs);
  return plan(
    start,
    "Succeeded within the deployment window.",
    `The deployment window ${Cron} did not open in time.`,
    {
      durationMs: waitMs ?? Number.POSITIVE_INFINITY,
    },
  );
};

/**
 * An alarm that rings stops what is about to go on, and is what a condition on failure looks for. The rule succeeds at
 * once; before it fails it waits for the alarm to change.
 */
const cloudWatchAlarm: RuleModel = (start) => {
  const { AlarmName = "", WaitTime = "0" } = start.configuration;
  const [wanted, other] = start.kind === "onFailure" ? ["ALARM", "OK"] : ["OK", "ALARM"];
  return plan(
    start,
    `Succeeded with alarm '${AlarmName}' being in an '${wanted}' state.`,
    `Alarm '${AlarmName}' was in the '${other}' state for ${WaitTime} minutes.`,
    {
      failsAfterMs: (Number(WaitTime) || 0) * minute,
      externalExecutionUrl: consoleUrl(start.region, `cloudwatch/home?#alarmsV2:alarm/${AlarmName}`),
    },
  );
};

const comparisons: Readonly<Record<string, (variable: string, value: string) => boolean>> = {
  EQ: (variable, value) => variable === value,
  NE: (variable, value) => variable !== value,
  CONTAINS: (variable, value) => variable.includes(value),
  MATCHES: (variable, value) => wholeMatch(value)?.test(variable) ?? false,
};

/** A pattern the whole text must match; undefined for one that is none. */
function wholeMatch(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

const variableCheck: RuleModel = (start) => {
  const { Variable = "", Value = "", Operator = "EQ" } = start.configuration;
  const holds = comparisons[Operator]?.(Variable, Value) ?? false;
  return plan(
    start,
    `Variable '${Variable}' is ${Operator} '${Value}'.`,
    `Variable '${Variable}' is not ${Operator} '${Value}'.`,
    { durationMs: 1 * second, status: holds ? "Succeeded" : "Failed" },
  );
};

/** An error of the function is what a condition on failure looks for. */
const lambdaInvoke: RuleModel = (start) => {
  const { FunctionName = "" } = start.configuration;
  const fine = `Function ${FunctionName} succeeded.`;
  const broken = `Function ${FunctionName} returned an error.`;
  const [met, unmet] = start.kind === "onFailure" ? [broken, fine] : [fine, broken];
  return plan(start, met, unmet, {
    externalExecutionId: start.random.uuid(),
    externalExecutionUrl: consoleUrl(start.region, `lambda/home?#/functions/${FunctionName}`),
  });
};

const generic: RuleModel = (start) => {
  const { provider } = start.rule.ruleTypeId;
  return plan(start, `${provider} succeeded.`, `${provider} reported a failure.`, {
    durationMs: start.random.between(20 * second, 2 * minute),
    externalExecutionId: start.random.uuid(),
  });
};

const codeBuild: RuleModel = (start) => {
  const { ProjectName = "" } = start.configuration;
  const build = `${ProjectName}:${start.random.uuid()}`;
  const page = `codesuite/codebuild/${start.account}/projects/${ProjectName}/build/${build}/log`;
  return plan(start, `Build ${build} succeeded.`, `Build ${build} terminated with state: FAILED.`, {
    durationMs: start.random.between(1 * minute, 4 * minute),
    externalExecutionId: build,
    externalExecutionUrl: consoleUrl(start.region, page),
  });
};

const commands: RuleModel = (start) => {
  const logGroup = encodeURIComponent(`/aws/codepipeline/${start.pipeline}`);
  const last = start.rule.commands?.at(-1) ?? "";
  return plan(start, "Commands succeeded.", `The command ${last} ended with exit code 1.`, {
    durationMs: start.random.between(20 * second, 90 * second),
    externalExecutionId: start.random.uuid(),
    externalExecutionUrl: consoleUrl(
      start.region,
      `cloudwatch/home?#logsV2:log-groups/log-group/${logGroup}`,
    ),
  });
};

const models: ReadonlyMap<string, RuleModel> = new Map([
  ["DeploymentWindow", deploymentWindow],
  ["CloudWatchAlarm", cloudWatchAlarm],
  ["VariableCheck", variableCheck],
  ["LambdaInvoke", lambdaInvoke],
  ["CodeBuild", codeBuild],
  ["Commands", commands],
]);

/** After this time (ms) a rule that says nothing else counts as failed. */
export function ruleTimeoutMs(provider: string): number {
  return provider === "Commands" ? 55 * minute : day;
}

/** The model of a rule's provider; one nobody has modelled gets a generic one. */
export function ruleModelOf(provider: string): RuleModel {
  return models.get(provider) ?? generic;
}
