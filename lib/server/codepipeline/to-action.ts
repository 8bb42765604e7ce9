import "server-only";
import type {
  ActionDeclaration as AwsActionDeclaration,
  ActionState as AwsActionState,
} from "@aws-sdk/client-codepipeline";
import type { ActionState } from "@/lib/domain/pipeline-state";
import { principalName } from "@/lib/domain/principal-name";
import type { Revision } from "@/lib/domain/revision";
import { shortRevision } from "@/lib/domain/short-id";
import { instant, integer, objects, percent, text, webAddress } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";
import { redactConfiguration } from "./redact-configuration";
import { toOpenApproval } from "./to-approval";
import { toErrorDetails } from "./to-error-details";
import { toSummary } from "./to-summary";

/** What is known about one action of a stage. */
export interface ActionFacts {
  name: string;
  state?: AwsActionState;
  declared?: AwsActionDeclaration;
  /** Its latest attempt in the execution the stage shows. */
  run?: AwsActionExecution;
  executionId?: string;
  /** Source revisions of that execution. */
  revisions: readonly Revision[];
  nowMs: number;
}

/** An action with its latest run. The approval token is read here and goes no further. */
export function toAction(facts: ActionFacts): ActionState {
  const { name, state, declared, executionId } = facts;
  const latest = state?.latestExecution;
  const run = isOtherAttempt(latest?.actionExecutionId, facts.run?.actionExecutionId) ? undefined : facts.run;
  const result = run?.output?.executionResult;
  const type = declared?.actionTypeId ?? run?.input?.actionTypeId;
  const category = text(type?.category) ?? (text(latest?.token) === undefined ? "" : "Approval");
  const status = text(latest?.status) ?? (latest || !run ? undefined : text(run.status));
  const summary = text(latest?.summary) ?? text(result?.externalExecutionSummary);
  const waits = category === "Approval" && status === "InProgress";
  const changedAt = instant(latest?.lastStatusChange) ?? instant(run?.lastUpdateTime);
  const startedAt = instant(run?.startTime);
  const askedAtMs = Date.parse((waits ? (startedAt ?? changedAt) : changedAt) ?? "");
  const by = text(latest?.lastUpdatedBy) ?? text(run?.updatedBy);
  return {
    name,
    runOrder: integer(declared?.runOrder) ?? 1,
    category,
    owner: text(type?.owner) ?? "",
    provider: text(type?.provider) ?? "",
    region: text(declared?.region) ?? text(run?.input?.region),
    standing: waits ? "Approval" : (status ?? "NotYetRun"),
    status,
    summary: category === "Source" ? (toSummary(summary).summary ?? summary) : summary,
    percentComplete: percent(latest?.percentComplete),
    startedAt,
    changedAt,
    lastUpdatedBy: by === undefined ? undefined : principalName(by),
    executionId: status === undefined ? undefined : executionId,
    // In PARALLEL mode the external id of an approval is its token.
    externalExecutionId:
      category === "Approval"
        ? undefined
        : (text(latest?.externalExecutionId) ?? text(result?.externalExecutionId)),
    externalExecutionUrl:
      webAddress(latest?.externalExecutionUrl) ?? webAddress(result?.externalExecutionUrl),
    logStreamArn: text(latest?.logStreamARN) ?? text(result?.logStreamARN),
    error: toErrorDetails(latest?.errorDetails) ?? toErrorDetails(result?.errorDetails),
    entityUrl: webAddress(state?.entityUrl),
    revisionUrl: webAddress(state?.revisionUrl),
    revision: sourceRevision(facts, category),
    inputArtifacts: names(declared?.inputArtifacts ?? run?.input?.inputArtifacts),
    outputArtifacts: names(declared?.outputArtifacts ?? run?.output?.outputArtifacts),
    namespace: text(declared?.namespace) ?? text(run?.input?.namespace),
    configuration: redactConfiguration(run?.input?.resolvedConfiguration ?? declared?.configuration),
    approval:
      waits && executionId !== undefined
        ? toOpenApproval(executionId, Number.isNaN(askedAtMs) ? facts.nowMs : askedAtMs, declared, run)
        : undefined,
  };
}

function isOtherAttempt(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function sourceRevision({ name, state, revisions }: ActionFacts, category: string): Revision | undefined {
  const delivered = revisions.find((revision) => revision.action === name);
  if (delivered) return delivered;
  const id = text(state?.currentRevision?.revisionId);
  if (id === undefined || (category !== "Source" && category !== "")) return undefined;
  return {
    action: name,
    id,
    shortId: shortRevision(id),
    url: webAddress(state?.revisionUrl),
    createdAt: instant(state?.currentRevision?.created),
  };
}

function names(artifacts: ReadonlyArray<{ name?: string | undefined }> | undefined): string[] {
  return objects(artifacts).flatMap((artifact) => text(artifact.name) ?? []);
}
