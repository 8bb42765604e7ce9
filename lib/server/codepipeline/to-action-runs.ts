import "server-only";
import type {
  ActionDeclaration as AwsActionDeclaration,
  ArtifactDetail as AwsArtifact,
} from "@aws-sdk/client-codepipeline";
import type { ActionRun, ArtifactRef } from "@/lib/domain/execution-detail";
import { principalName } from "@/lib/domain/principal-name";
import type { AwsPipeline } from "./get-pipeline";
import { instant, integer, objects, text, webAddress } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";
import { redactConfiguration } from "./redact-configuration";
import { redactOutputVariables } from "./redact-variables";
import { toErrorDetails } from "./to-error-details";
import { toSummary } from "./to-summary";

/** A run and the stage it ran in. */
export interface PlacedRun<Run> {
  stage: string;
  run: Run;
}

/**
 * Every run of every action of one execution (ListActionExecutions), by start, attempts numbered. The external id of
 * an approval, which is its token in PARALLEL mode, goes no further.
 */
export function toActionRuns(
  items: readonly AwsActionExecution[] | undefined,
  declaration: AwsPipeline | undefined,
): Array<PlacedRun<ActionRun>> {
  const sorted = oldestFirst(items);
  const makers = makersOf(sorted);
  const attempts = new Map<string, number>();
  return sorted.flatMap((aws) => {
    const stage = text(aws.stageName);
    const name = text(aws.actionName);
    if (stage === undefined || name === undefined) return [];
    const key = JSON.stringify([stage, name]);
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const declared = declaredAction(declaration, stage, name);
    return { stage, run: toActionRun(aws, { stage, name, attempt, declared, makers }) };
  });
}

interface RunFacts {
  stage: string;
  name: string;
  attempt: number;
  declared: AwsActionDeclaration | undefined;
  makers: ReadonlyMap<string, { stage: string; action: string }>;
}

function toActionRun(aws: AwsActionExecution, facts: RunFacts): ActionRun {
  const { stage, name, attempt, declared, makers } = facts;
  const { input, output } = aws;
  const result = output?.executionResult;
  const type = input?.actionTypeId ?? declared?.actionTypeId;
  const category = text(type?.category) ?? text(declared?.actionTypeId?.category) ?? "";
  const isApproval = [category, text(declared?.actionTypeId?.category)].includes("Approval");
  const status = text(aws.status) ?? "Unknown";
  const by = text(aws.updatedBy);
  const summary = text(result?.externalExecutionSummary);
  return {
    id: text(aws.actionExecutionId) ?? `${stage}/${name}/${attempt}`,
    name,
    attempt,
    runOrder: integer(declared?.runOrder) ?? 1,
    category,
    owner: text(type?.owner) ?? "",
    provider: text(type?.provider) ?? "",
    region: text(input?.region) ?? text(declared?.region),
    standing: isApproval && status === "InProgress" ? "Approval" : status,
    status,
    startedAt: instant(aws.startTime),
    endedAt: status === "InProgress" ? undefined : (instant(aws.lastUpdateTime) ?? instant(aws.startTime)),
    updatedBy: by === undefined ? undefined : principalName(by),
    summary: category === "Source" ? (toSummary(summary).summary ?? summary) : summary,
    error: toErrorDetails(result?.errorDetails),
    // Without a category nobody can say that it is not an approval's token.
    externalExecutionId: isApproval || category === "" ? undefined : text(result?.externalExecutionId),
    externalExecutionUrl: webAddress(result?.externalExecutionUrl),
    logStreamArn: text(result?.logStreamARN),
    configuration: redactConfiguration(input?.configuration),
    resolvedConfiguration: redactConfiguration(input?.resolvedConfiguration ?? input?.configuration),
    inputArtifacts: toArtifacts(input?.inputArtifacts, makers),
    outputArtifacts: toArtifacts(output?.outputArtifacts),
    outputVariables: redactOutputVariables(output?.outputVariables),
    namespace: text(input?.namespace) ?? text(declared?.namespace),
    roleArn: text(input?.roleArn) ?? text(declared?.roleArn),
  };
}

function toArtifacts(
  artifacts: readonly AwsArtifact[] | undefined,
  makers?: ReadonlyMap<string, { stage: string; action: string }>,
): ArtifactRef[] {
  return objects(artifacts).flatMap((artifact) => {
    const name = text(artifact.name);
    if (name === undefined) return [];
    return {
      name,
      from: makers?.get(name),
      bucket: text(artifact.s3location?.bucket),
      key: text(artifact.s3location?.key),
    };
  });
}

/** Which action wrote each artifact of the execution. */
function makersOf(items: readonly AwsActionExecution[]): Map<string, { stage: string; action: string }> {
  const makers = new Map<string, { stage: string; action: string }>();
  for (const item of items) {
    const stage = text(item.stageName);
    const action = text(item.actionName);
    if (stage === undefined || action === undefined) continue;
    for (const artifact of objects(item.output?.outputArtifacts)) {
      const name = text(artifact.name);
      if (name !== undefined) makers.set(name, { stage, action });
    }
  }
  return makers;
}

function declaredAction(
  declaration: AwsPipeline | undefined,
  stage: string,
  action: string,
): AwsActionDeclaration | undefined {
  const declared = objects(declaration?.pipeline?.stages).find((candidate) => candidate.name === stage);
  return objects(declared?.actions).find((candidate) => candidate.name === action);
}

/** AWS answers newest first; runs of the same instant keep its order, turned round. */
export function oldestFirst<T extends { startTime?: Date | undefined }>(
  items: readonly T[] | undefined,
): T[] {
  const start = (item: T) => instant(item.startTime) ?? "";
  return objects(items)
    .reverse()
    .sort((a, b) => start(a).localeCompare(start(b)));
}
