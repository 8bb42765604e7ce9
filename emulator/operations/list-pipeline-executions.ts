import { historyStart } from "../engine/history";
import { newestFirst } from "../engine/paging";
import { findPipeline } from "../engine/pipeline-lookup";
import type { Execution, Pipeline } from "../engine/record";
import { executionSummary } from "../engine/views/execution-view";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  maxResults?: number;
  filter?: { succeededInStage?: { stageName?: string } };
  nextToken?: string;
}

/** With the filter: executions of the current version that succeeded in that stage. */
function isWanted(pipeline: Pipeline, stageName: string | undefined): (execution: Execution) => boolean {
  if (stageName === undefined) return () => true;
  const version = pipeline.versions.length;
  return (execution) => execution.version === version && execution.succeededStages.has(stageName);
}

/** ListPipelineExecutions: newest first, of the last 12 months. */
export const listPipelineExecutions = defineOperation<Input>({
  name: "ListPipelineExecutions",
  input: "ListPipelineExecutionsInput",
  errors: ["PipelineNotFound", "InvalidNextToken"],
  run(world, ctx, { pipelineName, filter, maxResults, nextToken }) {
    const pipeline = findPipeline(world, ctx, pipelineName);
    const stageName = filter?.succeededInStage?.stageName;
    const parameters = { pipelineName, createdAt: pipeline.createdAt, stageName };
    const oldest = historyStart(world.now);
    const page = newestFirst(
      pipeline.executions,
      { seed: world.seed, ...ctx, operation: "ListPipelineExecutions", parameters },
      { nextToken, maxResults },
      isWanted(pipeline, stageName),
      (execution) => execution.startedAt < oldest,
    );
    return {
      pipelineExecutionSummaries: page.items.map((execution) => executionSummary(world, execution)),
      ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
    };
  },
});
