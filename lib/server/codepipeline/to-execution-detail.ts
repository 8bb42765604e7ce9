import "server-only";
import { executionConsoleUrl } from "@/lib/domain/console-url";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { ActionRun, ExecutionDetail, TimelineStage } from "@/lib/domain/execution-detail";
import { newestFailure } from "@/lib/domain/execution-failure";
import { placeExecution, type UnplacedExecution } from "@/lib/domain/execution-place";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Revision } from "@/lib/domain/revision";
import { supersededBy, type TimedExecution } from "@/lib/domain/superseded-by";
import { toTimelineStages } from "@/lib/domain/timeline-stages";
import { toTrigger } from "@/lib/domain/trigger";
import { ActionRuns } from "./action-runs";
import type { AwsPipeline } from "./get-pipeline";
import type { AwsPipelineExecution } from "./get-pipeline-execution";
import { instant, integer, objects, text } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";
import type { AwsExecutionSummary } from "./list-pipeline-executions";
import type { AwsRuleExecution } from "./list-rule-executions";
import { redactPipelineVariables } from "./redact-variables";
import { type PlacedRun, toActionRuns } from "./to-action-runs";
import { toRevision } from "./to-revision";
import { toRuleRuns } from "./to-rule-runs";
import { toVariableUses } from "./to-variable-uses";

/** What AWS said about one execution, and the line as it stands. */
export interface AwsExecutionFacts {
  target: { id: string; region: string };
  pipeline: string;
  executionId: string;
  execution: AwsPipelineExecution;
  actions: readonly AwsActionExecution[];
  rules: readonly AwsRuleExecution[];
  declaration?: AwsPipeline;
  /** The version of the declaration it ran with, where that is known. */
  ranWith?: AwsPipeline;
  /** The line now, in the order of the declaration. */
  stages: readonly StageState[];
  /** IAM actions the role lacks. */
  denied?: readonly string[];
  /** Executions of the list as far as it is known: this one has its times and stop reason there, rollbacks name it. */
  known: readonly AwsExecutionSummary[];
  /** It and others about its time as they were placed, where that was asked for and is known. */
  around?: readonly ExecutionSummary[];
}

/**
 * The border: AWS's answers about one execution as our ExecutionDetail. Any member may be missing or of a kind this
 * version does not know; nothing in an answer makes it throw.
 */
export function toExecutionDetail(facts: AwsExecutionFacts): ExecutionDetail {
  const { target, pipeline, executionId, execution, declaration } = facts;
  const listed = objects(facts.known).find((one) => one.pipelineExecutionId === executionId);
  const actions = toActionRuns(facts.actions, declaration);
  const status = text(execution.status) ?? text(listed?.status) ?? "Unknown";
  const stages = toTimelineStages({
    executionId,
    status,
    endedAt: instant(listed?.lastUpdateTime) ?? seenOf(facts, status)?.updatedAt,
    stages: facts.stages,
    actions,
    rules: toRuleRuns(facts.rules, declaration),
  });
  const unplaced = toUnplaced(facts, { listed, status, stages, actions });
  const summary = toSummary(unplaced, facts.stages, stages);
  return {
    target: target.id,
    pipeline,
    summary,
    pipelineVersion: integer(execution.pipelineVersion),
    currentVersion: integer(declaration?.pipeline?.version),
    variables: redactPipelineVariables(execution.variables),
    ...(facts.ranWith && { variableUses: toVariableUses(facts.ranWith) }),
    stopReason: unplaced.stopReason,
    supersededBy: status === "Superseded" ? supersederOf(listed, summary, facts) : undefined,
    rollbackOf: unplaced.rollbackOf,
    causedBy: failedExecution(execution.trigger?.triggerDetail),
    ...rollbacksOf(facts),
    stages,
    failure: newestFailure(status, stages),
    denied: [...(facts.denied ?? [])],
    consoleUrl: executionConsoleUrl(target.region, pipeline, executionId),
  };
}

function toUnplaced(
  facts: AwsExecutionFacts,
  seen: {
    listed: AwsExecutionSummary | undefined;
    status: string;
    stages: readonly TimelineStage[];
    actions: ReadonlyArray<PlacedRun<ActionRun>>;
  },
): UnplacedExecution {
  const { executionId, execution, actions: awsActions, declaration } = facts;
  const { listed, status, stages, actions } = seen;
  const own = seenOf(facts, status);
  const revisions = toRevisions(execution, listed, actions, declaration).map((revision) => {
    const source = new ActionRuns(awsActions).sourceOf(executionId, revision.action);
    return {
      ...revision,
      author: revision.author ?? source.author,
      branch: revision.branch ?? source.branch,
    };
  });
  const trigger = execution.trigger ?? listed?.trigger;
  const type = text(trigger?.triggerType);
  const starts = stages.flatMap((stage) => stage.startedAt ?? []).sort();
  const ends = stages.flatMap((stage) => stage.endedAt ?? stage.startedAt ?? []);
  const rollback = execution.rollbackMetadata ?? listed?.rollbackMetadata;
  const stopped = status === "Stopped" || status === "Stopping";
  return {
    id: executionId,
    status,
    startedAt: instant(listed?.startTime) ?? own?.startedAt ?? starts[0],
    updatedAt:
      instant(listed?.lastUpdateTime) ?? [...ends, ...(own?.updatedAt ? [own.updatedAt] : [])].sort().at(-1),
    revisions,
    trigger:
      type === undefined ? undefined : toTrigger(type, text(trigger?.triggerDetail), revisions[0]?.author),
    stopReason: text(listed?.stopTrigger?.reason) ?? (stopped ? text(execution.statusSummary) : undefined),
    executionMode: text(execution.executionMode) ?? text(listed?.executionMode),
    executionType: text(execution.executionType) ?? text(listed?.executionType) ?? "STANDARD",
    rollbackOf: text(rollback?.rollbackTargetPipelineExecutionId),
  };
}

/** GetPipelineExecution names a revision by its artifact, the list by its source action. */
function toRevisions(
  execution: AwsPipelineExecution,
  listed: AwsExecutionSummary | undefined,
  actions: ReadonlyArray<PlacedRun<ActionRun>>,
  declaration: AwsPipeline | undefined,
): Revision[] {
  const own = objects(execution.artifactRevisions).flatMap((aws) => {
    const artifact = text(aws.name) ?? "";
    const made = { ...aws, actionName: makerOf(artifact, actions, declaration) ?? artifact };
    const revision = toRevision(made);
    return revision === undefined ? [] : { ...revision, createdAt: instant(aws.created) };
  });
  return own.length > 0
    ? own
    : objects(listed?.sourceRevisions).flatMap((revision) => toRevision(revision) ?? []);
}

function makerOf(
  artifact: string,
  actions: ReadonlyArray<PlacedRun<ActionRun>>,
  declaration: AwsPipeline | undefined,
): string | undefined {
  const run = actions.find(({ run: action }) => action.outputArtifacts.some((one) => one.name === artifact));
  if (run) return run.run.name;
  const declared = objects(declaration?.pipeline?.stages)
    .flatMap((stage) => objects(stage.actions))
    .find((action) => objects(action.outputArtifacts).some((one) => one.name === artifact));
  return text(declared?.name);
}

/** The rail of the row is that of the timeline, whose stages may be more than those declared today. */
function toSummary(
  unplaced: UnplacedExecution,
  line: readonly StageState[],
  stages: readonly TimelineStage[],
): ExecutionSummary {
  const ran = new Map(
    stages
      .filter((stage) => stage.actions.length > 0 || stage.rules.length > 0)
      .map((stage) => [stage.name, stage.standing]),
  );
  const placed = placeExecution(unplaced, line, ran);
  const percents = new Map(placed.stages.map((stage) => [stage.stage, stage.percentComplete]));
  return {
    ...placed,
    stages: stages.map((stage) => ({
      stage: stage.name,
      standing: stage.standing,
      percentComplete: percents.get(stage.name),
    })),
  };
}

/** The execution that took the place of one that was superseded, among those that are known. */
function supersederOf(
  own: AwsExecutionSummary | undefined,
  superseded: ExecutionSummary,
  facts: AwsExecutionFacts,
): string | undefined {
  // The end of its last action is not when it lost its place.
  if (!own && !seenOf(facts, superseded.status)) return undefined;
  const { known, around } = facts;
  const listed = objects(known).map((one) => ({
    id: text(one.pipelineExecutionId) ?? "",
    startedAt: instant(one.startTime),
    updatedAt: instant(one.lastUpdateTime),
    executionType: text(one.executionType),
  }));
  const others: readonly TimedExecution[] = around?.length ? around : listed;
  return supersededBy(superseded, others)?.id || undefined;
}

/** It as it was seen last, if it stood then as it stands now. */
function seenOf(
  { executionId, around = [] }: AwsExecutionFacts,
  status: string,
): ExecutionSummary | undefined {
  return around.find((one) => one.id === executionId && one.status === status);
}

function rollbacksOf({ executionId, known, around = [] }: AwsExecutionFacts) {
  const rollbacks = objects(known).filter((one) => one.pipelineExecutionId !== executionId);
  const ids = (list: AwsExecutionSummary[]) => list.flatMap((one) => text(one.pipelineExecutionId) ?? []);
  const listed = ids(
    rollbacks.filter((one) => one.rollbackMetadata?.rollbackTargetPipelineExecutionId === executionId),
  );
  const seen = around.filter(({ rollbackOf }) => rollbackOf === executionId).map(({ id }) => id);
  return {
    rolledBackBy: ids(rollbacks.filter((one) => failedExecution(one.trigger?.triggerDetail) === executionId)),
    restoredBy: [...new Set([...listed, ...seen])],
  };
}

/** An automatic rollback has the execution that failed as JSON in its trigger. */
function failedExecution(detail: unknown): string | undefined {
  const json = text(detail);
  if (json === undefined || !json.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== "object" || value === null || !("FailedPipelineExecutionId" in value))
      return undefined;
    return text(value.FailedPipelineExecutionId);
  } catch {
    return undefined;
  }
}
