import "server-only";
import type { ConditionKind, RuleRun } from "@/lib/domain/execution-detail";
import { principalName } from "@/lib/domain/principal-name";
import type { AwsPipeline } from "./get-pipeline";
import { instant, objects, text, webAddress } from "./lenient";
import type { AwsRuleExecution } from "./list-rule-executions";
import { redactConfiguration } from "./redact-configuration";
import { oldestFirst, type PlacedRun } from "./to-action-runs";
import { toErrorDetails } from "./to-error-details";

const CONDITIONS: readonly ConditionKind[] = ["beforeEntry", "onSuccess", "onFailure"];

/** Every run of every rule of one execution (ListRuleExecutions), by start, attempts numbered. */
export function toRuleRuns(
  items: readonly AwsRuleExecution[] | undefined,
  declaration: AwsPipeline | undefined,
): Array<PlacedRun<RuleRun>> {
  const attempts = new Map<string, number>();
  return oldestFirst(items).flatMap((aws) => {
    const stage = text(aws.stageName);
    const name = text(aws.ruleName);
    if (stage === undefined || name === undefined) return [];
    const key = JSON.stringify([stage, name]);
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    return { stage, run: toRuleRun(aws, { stage, name, attempt }, conditionOf(declaration, stage, name)) };
  });
}

function toRuleRun(
  aws: AwsRuleExecution,
  { stage, name, attempt }: { stage: string; name: string; attempt: number },
  condition: ConditionKind | undefined,
): RuleRun {
  const status = text(aws.status) ?? "Unknown";
  const result = aws.output?.executionResult;
  const by = text(aws.updatedBy);
  return {
    id: text(aws.ruleExecutionId) ?? `${stage}/rule ${name}/${attempt}`,
    name,
    condition,
    attempt,
    provider: text(aws.input?.ruleTypeId?.provider) ?? "",
    standing: status,
    status,
    startedAt: instant(aws.startTime),
    endedAt: status === "InProgress" ? undefined : (instant(aws.lastUpdateTime) ?? instant(aws.startTime)),
    updatedBy: by === undefined ? undefined : principalName(by),
    summary: text(result?.externalExecutionSummary),
    error: toErrorDetails(result?.errorDetails),
    externalExecutionId: text(result?.externalExecutionId),
    externalExecutionUrl: webAddress(result?.externalExecutionUrl),
    configuration: redactConfiguration(aws.input?.resolvedConfiguration ?? aws.input?.configuration),
  };
}

/** AWS does not say which condition asked a rule; a name that two conditions of a stage use says nothing. */
function conditionOf(
  declaration: AwsPipeline | undefined,
  stage: string,
  rule: string,
): ConditionKind | undefined {
  const declared = objects(declaration?.pipeline?.stages).find((candidate) => candidate.name === stage);
  const kinds = CONDITIONS.filter((kind) =>
    objects(declared?.[kind]?.conditions).some((condition) =>
      objects(condition.rules).some((candidate) => candidate.name === rule),
    ),
  );
  return kinds.length === 1 ? kinds[0] : undefined;
}
