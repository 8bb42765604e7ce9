import { historyStart } from "../engine/history";
import { newestFirst } from "../engine/paging";
import { findExecution, findPipeline } from "../engine/pipeline-lookup";
import type { ActionRun, Execution } from "../engine/record";
import { actionExecutionDetail } from "../engine/views/action-execution-detail";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  filter?: {
    pipelineExecutionId?: string;
    latestInPipelineExecution?: { pipelineExecutionId: string; startTimeRange: "Latest" | "All" };
  };
  maxResults?: number;
  nextToken?: string;
}

/** The last attempt of every action of an execution. */
function lastAttempts(execution: Execution): Set<ActionRun> {
  const last = new Map<string, ActionRun>();
  for (const run of execution.actionRuns)
    last.set(`${run.stageRun.declaration.name}/${run.declaration.name}`, run);
  return new Set(last.values());
}

/** ListActionExecutions: newest first, of the last 12 months, of a pipeline or one of its executions. */
export const listActionExecutions = defineOperation<Input>({
  name: "ListActionExecutions",
  input: "ListActionExecutionsInput",
  errors: ["PipelineNotFound", "InvalidNextToken", "PipelineExecutionNotFound"],
  run(world, ctx, { pipelineName, filter = {}, maxResults, nextToken }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    const { latestInPipelineExecution: latest, pipelineExecutionId } = filter;
    const execution =
      pipelineExecutionId === undefined ? undefined : findExecution(pipeline, pipelineExecutionId);
    const inLatest = latest && findExecution(pipeline, latest.pipelineExecutionId);
    const attempts = inLatest && latest.startTimeRange === "Latest" ? lastAttempts(inLatest) : undefined;
    const oldest = historyStart(world.now);
    const page = newestFirst(
      (execution ?? inLatest ?? pipeline).actionRuns,
      { seed: world.seed, ...ctx, operation: "ListActionExecutions", parameters: { pipelineName, filter } },
      { nextToken, maxResults },
      (run) => (!inLatest || run.stageRun.execution === inLatest) && (!attempts || attempts.has(run)),
      (run) => run.startedAt < oldest,
    );
    return {
      actionExecutionDetails: page.items.map(actionExecutionDetail),
      ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
    };
  },
});
