import type { ActionRun, Execution } from "../engine/record";
import { actionExecutionDetail } from "../engine/views/action-execution-detail";
import { defineOperation } from "./operation";
import { type RunsInput, type RunsList, runsPage } from "./runs-page";

/** The last attempt of every action of an execution that has run since its stage was entered or tried again as a whole. */
function lastAttempts(execution: Execution): Set<ActionRun> {
  return new Set([...execution.stays.values()].flatMap((stay) => [...stay.actions.values()]));
}

const actionRuns: RunsList<ActionRun> = {
  operation: "ListActionExecutions",
  runsOf: (place) => place.actionRuns,
  latestOf: lastAttempts,
};

/** ListActionExecutions: newest first, of the last 12 months, of a pipeline or one of its executions. */
export const listActionExecutions = defineOperation<RunsInput>({
  name: "ListActionExecutions",
  input: "ListActionExecutionsInput",
  errors: ["PipelineNotFound", "InvalidNextToken", "PipelineExecutionNotFound"],
  run(world, ctx, input) {
    const { items, nextToken } = runsPage(world, ctx, actionRuns, input);
    return {
      actionExecutionDetails: items.map(actionExecutionDetail),
      ...(nextToken !== undefined && { nextToken }),
    };
  },
});
