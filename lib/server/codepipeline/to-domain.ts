import "server-only";
import type {
  PipelineSummary as AwsPipelineSummary,
  StageDeclaration as AwsStageDeclaration,
} from "@aws-sdk/client-codepipeline";
import { approvalExpiry } from "@/lib/domain/approval-expiry";
import { pipelineConsoleUrl } from "@/lib/domain/console-url";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { placeExecution, type UnplacedExecution } from "@/lib/domain/execution-place";
import { headline } from "@/lib/domain/headline";
import { isInFlight } from "@/lib/domain/in-flight";
import type { Instant } from "@/lib/domain/instant";
import { atClosedGate } from "@/lib/domain/parallel-gate";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineFacts } from "@/lib/domain/pipeline-facts";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { toSentence } from "@/lib/domain/sentence";
import { isOccupied } from "@/lib/domain/stage-standing";
import { toStations } from "@/lib/domain/to-stations";
import { whyStageWaits, whyWaiting } from "@/lib/domain/why-waiting";
import { ActionRuns } from "./action-runs";
import type { AwsPipeline } from "./get-pipeline";
import type { AwsPipelineState } from "./get-pipeline-state";
import { instant, integer, objects, text } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";
import type { AwsExecutionSummary } from "./list-pipeline-executions";
import { newestFirst, toExecution } from "./to-execution";
import { toStage } from "./to-stage";

/** How many ended executions a pipeline's page shows below those on the line. */
const FINISHED_SHOWN = 5;

/** What AWS said about one pipeline, as far as it was asked. */
export interface AwsFacts {
  target: { id: string; region: string };
  name: string;
  listed?: AwsPipelineSummary;
  state: AwsPipelineState;
  declaration?: AwsPipeline;
  executions?: readonly AwsExecutionSummary[];
  /** Executions besides those, as they are kept. */
  older?: readonly UnplacedExecution[];
  /** Of these no more is told than which revision is in a stage. */
  over?: readonly UnplacedExecution[];
  actions?: readonly AwsActionExecution[];
  /** IAM actions the role lacks. */
  denied?: readonly string[];
  /** Epoch milliseconds of the answer. */
  nowMs: number;
}

/**
 * The border: AWS's answers about one pipeline as our PipelineState. Any member may be missing or of a kind this
 * version does not know; nothing in an answer makes it throw.
 */
export function toPipelineState(facts: AwsFacts): PipelineState {
  const { target, name, state, declaration, listed, nowMs } = facts;
  const declaredStages = objects(declaration?.pipeline?.stages);
  const executionMode =
    text(declaration?.pipeline?.executionMode) ?? text(listed?.executionMode) ?? "SUPERSEDED";
  const runs = new ActionRuns(facts.actions);
  const unplaced = newestFirst(
    withOlder(
      objects(facts.executions).flatMap((aws) => toExecution(aws, sourceActions(declaredStages), runs) ?? []),
      facts.older,
    ),
  );
  const named = new Map(withOlder(unplaced, facts.over).map((execution) => [execution.id, execution]));
  const stages = stageNames(state, declaredStages).map((stage) =>
    toStage({
      name: stage,
      state: objects(state.stageStates).find((candidate) => candidate.stageName === stage),
      declared: declaredStages.find((candidate) => candidate.name === stage),
      executions: named,
      runs,
      parallel: executionMode === "PARALLEL",
      nowMs,
    }),
  );
  const oldestAction = instant(objects(facts.actions).at(-1)?.startTime);
  const placed = unplaced.map((execution) =>
    placeExecution(execution, stages, runs.stagesOf(execution.id), {
      isWhole: oldestAction !== undefined && (execution.startedAt ?? "") >= oldestAction,
    }),
  );
  const executions =
    executionMode === "PARALLEL" ? placed.map((execution) => atClosedGate(execution, stages)) : placed;
  const pipeline: PipelineFacts = {
    headline: headline(executionMode, stages, executions),
    executionMode,
    stages,
    executions,
  };
  const ended = executions.filter((execution) => !isInFlight(execution.status));
  return {
    row: toRow(facts, pipeline),
    createdAt: instant(state.created) ?? instant(declaration?.metadata?.created),
    updatedAt: instant(state.updated) ?? instant(declaration?.metadata?.updated),
    stages: stages.map((stage) => withWaiting(stage, pipeline)),
    waiting: whyWaiting(pipeline),
    onTheLine: executions.filter((execution) => isInFlight(execution.status)),
    // The newest by its start may have ended before them.
    finishedLast: newestEnd(ended).filter(
      (one, index) => index < FINISHED_SHOWN || one.id === executions[0]?.id,
    ),
    ...(facts.denied === undefined || facts.denied.length === 0 ? {} : { denied: [...facts.denied] }),
    consoleUrl: pipelineConsoleUrl(target.region, name),
  };
}

function withOlder(
  listed: readonly UnplacedExecution[],
  older: readonly UnplacedExecution[] = [],
): UnplacedExecution[] {
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...older.filter(({ id }) => !known.has(id))];
}

/** A stage at rest that nobody waits at says so by itself. */
function withWaiting(stage: StageState, pipeline: PipelineFacts): StageState {
  const waiting = whyStageWaits(stage, pipeline);
  return waiting.cause === "rest" || waiting.cause === "never" ? stage : { ...stage, waiting };
}

function toRow(facts: AwsFacts, pipeline: PipelineFacts): PipelineRow {
  const { stages, executions, executionMode } = pipeline;
  const working = stages.findLast((stage) => stage.standing === "InProgress");
  return {
    target: facts.target.id,
    name: facts.name,
    executionMode,
    pipelineType: text(facts.declaration?.pipeline?.pipelineType) ?? text(facts.listed?.pipelineType),
    version: integer(facts.state.pipelineVersion) ?? integer(facts.listed?.version),
    status: pipeline.headline,
    percentComplete: pipeline.headline === "InProgress" ? working?.percentComplete : undefined,
    running: runningCount(stages, executions),
    stations: toStations(executionMode, stages, executions),
    sentence: toSentence(pipeline),
    changedAt: changedAt(facts, pipeline),
    approvalExpiresAt: approvalExpiry(pipeline),
    ...(executionMode === "PARALLEL" && failedNewest(executions)),
    asOf: new Date(facts.nowMs).toISOString(),
  };
}

function failedNewest([newest]: readonly ExecutionSummary[]): Pick<PipelineRow, "failed"> {
  if (newest?.standing !== "Failed" || newest.stage === undefined) return {};
  return { failed: { stage: newest.stage, executionId: newest.id } };
}

/** Executions may be known from the list, from inside a stage or from in front of one. */
function runningCount(stages: readonly StageState[], executions: readonly ExecutionSummary[]): number {
  const ids = new Set(
    executions.filter((execution) => isInFlight(execution.status)).map((execution) => execution.id),
  );
  for (const stage of stages) {
    if (stage.executionId !== undefined && isOccupied(stage.standing)) ids.add(stage.executionId);
    for (const inbound of stage.inbound) if (isInFlight(inbound.status)) ids.add(inbound.executionId);
  }
  return ids.size;
}

function changedAt(
  facts: AwsFacts,
  { stages, executions, executionMode }: PipelineFacts,
): Instant | undefined {
  const changes = stages.flatMap((stage) => [stage.changedAt ?? "", stage.transition.changedAt ?? ""]);
  const runs = executions.flatMap((execution) => execution.updatedAt ?? execution.startedAt ?? "");
  const known =
    changes.some((change) => change !== "") && executionMode !== "PARALLEL" ? changes : [...changes, ...runs];
  return known.sort().at(-1) || instant(facts.state.updated) || instant(facts.listed?.updated);
}

function newestEnd(executions: ExecutionSummary[]): ExecutionSummary[] {
  const end = (execution: ExecutionSummary) => execution.updatedAt ?? execution.startedAt ?? "";
  return [...executions].sort((a, b) => end(b).localeCompare(end(a)));
}

function stageNames(state: AwsPipelineState, declared: readonly AwsStageDeclaration[]): string[] {
  const names = [
    ...objects(state.stageStates).map((stage) => stage.stageName),
    ...declared.map((stage) => stage.name),
  ];
  return [...new Set(names.flatMap((name) => text(name) ?? []))];
}

function sourceActions(declared: readonly AwsStageDeclaration[]): string[] {
  return objects(declared[0]?.actions).flatMap((action) => text(action.name) ?? []);
}
