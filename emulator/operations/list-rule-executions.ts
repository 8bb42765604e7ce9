import { historyStart } from "../engine/history";
import { newestFirst } from "../engine/paging";
import { findExecution, findPipeline } from "../engine/pipeline-lookup";
import type { Execution, RuleRun } from "../engine/record";
import { ruleExecutionDetail } from "../engine/views/rule-execution-detail";
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

/** The rules of the last stay in every stage of an execution. */
function lastRuns(execution: Execution): Set<RuleRun> {
  const stays = new Map(execution.ruleRuns.map((run) => [run.stageRun.declaration.name, run.stageRun]));
  return new Set(
    execution.ruleRuns.filter((run) => stays.get(run.stageRun.declaration.name) === run.stageRun),
  );
}

/** ListRuleExecutions: newest first, of the last 12 months, of a pipeline or one of its executions. */
export const listRuleExecutions = defineOperation<Input>({
  name: "ListRuleExecutions",
  input: "ListRuleExecutionsInput",
  errors: ["PipelineNotFound", "InvalidNextToken", "PipelineExecutionNotFound"],
  run(world, ctx, { pipelineName, filter = {}, maxResults, nextToken }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    const { latestInPipelineExecution: latest, pipelineExecutionId } = filter;
    const execution =
      pipelineExecutionId === undefined ? undefined : findExecution(pipeline, pipelineExecutionId);
    const inLatest = latest && findExecution(pipeline, latest.pipelineExecutionId);
    const last = inLatest && latest.startTimeRange === "Latest" ? lastRuns(inLatest) : undefined;
    const oldest = historyStart(world.now);
    const page = newestFirst(
      (execution ?? inLatest ?? pipeline).ruleRuns,
      { seed: world.seed, ...ctx, operation: "ListRuleExecutions", parameters: { pipelineName, filter } },
      { nextToken, maxResults },
      (run) => (!inLatest || run.stageRun.execution === inLatest) && (!last || last.has(run)),
      (run) => run.startedAt < oldest,
    );
    return {
      ruleExecutionDetails: page.items.map(ruleExecutionDetail),
      ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
    };
  },
});
