import "server-only";
import type {
  ArtifactStore as AwsArtifactStore,
  Condition as AwsCondition,
  PipelineDeclaration as AwsPipelineDeclaration,
  StageDeclaration as AwsStageDeclaration,
  PipelineVariableDeclaration as AwsVariable,
} from "@aws-sdk/client-codepipeline";
import { pipelineConsoleUrl } from "@/lib/domain/console-url";
import type {
  DeclaredCondition,
  DeclaredStage,
  DeclaredStore,
  DeclaredVariable,
  PipelineStructure,
} from "@/lib/domain/structure";
import type { AwsPipeline } from "./get-pipeline";
import { instant, integer, objects, text } from "./lenient";
import { redactPipelineVariables } from "./redact-variables";
import { toDeclaredAction, toDeclaredRule } from "./to-declared-action";
import { toDeclaredTrigger } from "./to-declared-trigger";
import { toVariableUses } from "./to-variable-uses";
import type { ValueMarks } from "./value-marks";

/**
 * A declaration (GetPipeline) as people read it; values that may hold secrets are left out, and what no page shows.
 *
 * @param marks compares withheld values of several declarations; what has them must not leave the server
 */
export function toStructure(
  target: { id: string; region: string },
  name: string,
  aws: AwsPipeline,
  marks?: ValueMarks,
): PipelineStructure {
  const { pipeline, metadata } = aws;
  const stores = toStores(pipeline);
  return {
    target: target.id,
    name,
    version: integer(pipeline?.version),
    pipelineType: text(pipeline?.pipelineType),
    executionMode: text(pipeline?.executionMode) ?? "SUPERSEDED",
    arn: text(metadata?.pipelineArn),
    roleArn: text(pipeline?.roleArn),
    ...(stores.length > 0 && { artifactStores: stores }),
    createdAt: instant(metadata?.created),
    updatedAt: instant(metadata?.updated),
    pollingDisabledAt: instant(metadata?.pollingDisabledAt),
    stages: objects(pipeline?.stages).map((stage) => toStage(stage, marks)),
    triggers: objects(pipeline?.triggers).map(toDeclaredTrigger),
    variables: objects(pipeline?.variables).map((variable) => toVariable(variable, marks)),
    variableUses: toVariableUses(aws),
    consoleUrl: pipelineConsoleUrl(target.region, name),
  };
}

function toVariable(aws: AwsVariable, marks: ValueMarks | undefined): DeclaredVariable {
  const { name, defaultValue } = aws;
  const hasDefault = defaultValue !== undefined;
  const [shown] = hasDefault ? redactPipelineVariables([{ name, resolvedValue: defaultValue }]) : [];
  const isShown = shown !== undefined && shown.value !== null;
  return {
    name: text(name) ?? "",
    description: text(aws.description),
    hasDefault,
    ...(isShown && { defaultValue: shown.value ?? "" }),
    ...(marks && hasDefault && !isShown && { mark: marks.of(defaultValue) }),
  };
}

function toStores(pipeline: AwsPipelineDeclaration | undefined): DeclaredStore[] {
  const regional = Object.entries(pipeline?.artifactStores ?? {}).map(([region, store]) =>
    toStore(store, region),
  );
  return pipeline?.artifactStore ? [toStore(pipeline.artifactStore), ...regional] : regional;
}

function toStore(aws: AwsArtifactStore | null, region?: string): DeclaredStore {
  const key = text(aws?.encryptionKey?.id);
  return {
    ...(region !== undefined && { region }),
    type: text(aws?.type) ?? "",
    location: text(aws?.location) ?? "",
    ...(key !== undefined && { encryptionKey: { id: key, type: text(aws?.encryptionKey?.type) } }),
  };
}

function toStage(aws: AwsStageDeclaration, marks: ValueMarks | undefined): DeclaredStage {
  const blockers = objects(aws.blockers).map(({ name, type }) => ({
    name: text(name) ?? "",
    type: text(type) ?? "",
  }));
  return {
    name: text(aws.name) ?? "",
    actions: objects(aws.actions).map((action) => toDeclaredAction(action, marks)),
    beforeEntry: toCondition(aws.beforeEntry?.conditions, marks),
    onSuccess: toCondition(aws.onSuccess?.conditions, marks),
    onFailure: toCondition(aws.onFailure?.conditions, marks, text(aws.onFailure?.result)),
    retryMode: text(aws.onFailure?.retryConfiguration?.retryMode),
    failureResult: text(aws.onFailure?.result),
    ...(blockers.length > 0 && { blockers }),
  };
}

function toCondition(
  conditions: readonly AwsCondition[] | undefined,
  marks: ValueMarks | undefined,
  result?: string,
): DeclaredCondition | undefined {
  const [condition] = objects(conditions);
  if (!condition && result === undefined) return undefined;
  return {
    result: text(condition?.result) ?? result,
    rules: objects(condition?.rules).map((rule) => toDeclaredRule(rule, marks)),
  };
}
