import type { CallContext } from "../engine/call-context";
import { historyStart } from "../engine/history";
import { newestFirst, type Page } from "../engine/paging";
import { findExecution, findPipeline } from "../engine/pipeline-lookup";
import type { Execution, Pipeline, StageRun } from "../engine/record";
import type { World } from "../engine/world";

/** Input of ListActionExecutions and ListRuleExecutions. */
export interface RunsInput {
  pipelineName: string;
  filter?: {
    pipelineExecutionId?: string;
    latestInPipelineExecution?: { pipelineExecutionId: string; startTimeRange: "Latest" | "All" };
  };
  maxResults?: number;
  nextToken?: string;
}

/** How a list of runs is called, where its runs are kept, and which of an execution's are its latest. */
export interface RunsList<Run> {
  operation: string;
  runsOf(place: Pipeline | Execution): readonly Run[];
  latestOf(execution: Execution): ReadonlySet<Run>;
}

/**
 * A page of runs, newest first, of the last 12 months, of a pipeline or one of its executions. Throws
 * PipelineNotFoundException, PipelineExecutionNotFoundException, InvalidNextTokenException.
 */
export function runsPage<Run extends { stageRun: StageRun; startedAt: number }>(
  world: World,
  ctx: CallContext,
  { operation, runsOf, latestOf }: RunsList<Run>,
  { pipelineName, filter = {}, maxResults, nextToken }: RunsInput,
): Page<Run> {
  const pipeline = findPipeline(world, ctx, pipelineName);
  const { latestInPipelineExecution: asked, pipelineExecutionId } = filter;
  const execution =
    pipelineExecutionId === undefined ? undefined : findExecution(pipeline, pipelineExecutionId);
  const inLatest = asked && findExecution(pipeline, asked.pipelineExecutionId);
  const latest = inLatest && asked.startTimeRange === "Latest" ? latestOf(inLatest) : undefined;
  const oldest = historyStart(world.now);
  return newestFirst(
    runsOf(execution ?? inLatest ?? pipeline),
    {
      seed: world.seed,
      ...ctx,
      operation,
      parameters: { pipelineName, createdAt: pipeline.createdAt, filter },
    },
    { nextToken, maxResults },
    (run) => (!inLatest || run.stageRun.execution === inLatest) && (!latest || latest.has(run)),
    (run) => run.startedAt < oldest,
  );
}
