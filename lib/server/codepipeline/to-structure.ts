import "server-only";
import type {
  ActionDeclaration as AwsActionDeclaration,
  Condition as AwsCondition,
  StageDeclaration as AwsStageDeclaration,
} from "@aws-sdk/client-codepipeline";
import { pipelineConsoleUrl } from "@/lib/domain/console-url";
import type {
  DeclaredAction,
  DeclaredCondition,
  DeclaredStage,
  PipelineStructure,
} from "@/lib/domain/structure";
import type { AwsPipeline } from "./get-pipeline";
import { instant, integer, objects, text } from "./lenient";
import { redactConfiguration } from "./redact-configuration";
import { redactPipelineVariables } from "./redact-variables";
import { toDeclaredTrigger } from "./to-declared-trigger";

/** A declaration (GetPipeline) as people read it; values that may hold secrets are left out, and what no page shows. */
export function toStructure(
  target: { id: string; region: string },
  name: string,
  aws: AwsPipeline,
): PipelineStructure {
  const { pipeline, metadata } = aws;
  return {
    target: target.id,
    name,
    version: integer(pipeline?.version),
    pipelineType: text(pipeline?.pipelineType),
    executionMode: text(pipeline?.executionMode) ?? "SUPERSEDED",
    createdAt: instant(metadata?.created),
    updatedAt: instant(metadata?.updated),
    pollingDisabledAt: instant(metadata?.pollingDisabledAt),
    stages: objects(pipeline?.stages).map(toStage),
    triggers: objects(pipeline?.triggers).map(toDeclaredTrigger),
    variables: objects(pipeline?.variables).map((variable) => ({
      name: text(variable.name) ?? "",
      description: text(variable.description),
      hasDefault: variable.defaultValue !== undefined,
      ...shownDefault(variable),
    })),
    consoleUrl: pipelineConsoleUrl(target.region, name),
  };
}

function shownDefault({
  name,
  defaultValue,
}: {
  name?: string | undefined;
  defaultValue?: string | undefined;
}) {
  const [shown] =
    defaultValue === undefined ? [] : redactPipelineVariables([{ name, resolvedValue: defaultValue }]);
  return shown === undefined || shown.value === null ? {} : { defaultValue: shown.value };
}

function toStage(aws: AwsStageDeclaration): DeclaredStage {
  return {
    name: text(aws.name) ?? "",
    actions: objects(aws.actions).map(toAction),
    beforeEntry: toCondition(aws.beforeEntry?.conditions),
    onSuccess: toCondition(aws.onSuccess?.conditions),
    onFailure: toCondition(aws.onFailure?.conditions, text(aws.onFailure?.result)),
    retryMode: text(aws.onFailure?.retryConfiguration?.retryMode),
  };
}

function toAction(aws: AwsActionDeclaration): DeclaredAction {
  return {
    name: text(aws.name) ?? "",
    runOrder: integer(aws.runOrder) ?? 1,
    category: text(aws.actionTypeId?.category) ?? "",
    owner: text(aws.actionTypeId?.owner) ?? "",
    provider: text(aws.actionTypeId?.provider) ?? "",
    version: text(aws.actionTypeId?.version),
    region: text(aws.region),
    namespace: text(aws.namespace),
    timeoutMs: minutesToMs(aws.timeoutInMinutes),
    inputArtifacts: names(aws.inputArtifacts),
    outputArtifacts: names(aws.outputArtifacts),
    configuration: redactConfiguration(aws.configuration),
    commands: Array.isArray(aws.commands) ? aws.commands.length : 0,
  };
}

function toCondition(
  conditions: readonly AwsCondition[] | undefined,
  result?: string,
): DeclaredCondition | undefined {
  const [condition] = objects(conditions);
  if (!condition && result === undefined) return undefined;
  return {
    result: text(condition?.result) ?? result,
    rules: objects(condition?.rules).map((rule) => ({
      name: text(rule.name) ?? "",
      provider: text(rule.ruleTypeId?.provider) ?? "",
      timeoutMs: minutesToMs(rule.timeoutInMinutes),
      configuration: redactConfiguration(rule.configuration),
    })),
  };
}

function minutesToMs(minutes: unknown): number | undefined {
  const whole = integer(minutes);
  return whole === undefined ? undefined : whole * 60_000;
}

function names(artifacts: ReadonlyArray<{ name: string | undefined }> | undefined): string[] {
  return objects(artifacts).flatMap((artifact) => text(artifact.name) ?? []);
}
