import type { Execution, RuleRun } from "../engine/record";
import { ruleExecutionDetail } from "../engine/views/rule-execution-detail";
import { defineOperation } from "./operation";
import { type RunsInput, type RunsList, runsPage } from "./runs-page";

/** The rules of the last evaluation of every condition of an execution. */
function lastRuns(execution: Execution): Set<RuleRun> {
  const evaluations = [...execution.stays.values()].flatMap((stay) => [...stay.conditions.values()]);
  return new Set(evaluations.flatMap(({ rules }) => [...rules.values()]));
}

const ruleRuns: RunsList<RuleRun> = {
  operation: "ListRuleExecutions",
  runsOf: (place) => place.ruleRuns,
  latestOf: lastRuns,
};

/** ListRuleExecutions: newest first, of the last 12 months, of a pipeline or one of its executions. */
export const listRuleExecutions = defineOperation<RunsInput>({
  name: "ListRuleExecutions",
  input: "ListRuleExecutionsInput",
  errors: ["PipelineNotFound", "InvalidNextToken", "PipelineExecutionNotFound"],
  run(world, ctx, input) {
    const { items, nextToken } = runsPage(world, ctx, ruleRuns, input);
    return {
      ruleExecutionDetails: items.map(ruleExecutionDetail),
      ...(nextToken !== undefined && { nextToken }),
    };
  },
});
