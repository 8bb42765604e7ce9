import "server-only";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { placeExecution } from "@/lib/domain/execution-place";
import type { StageState } from "@/lib/domain/pipeline-state";
import { ActionRuns } from "./action-runs";
import { instant } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";
import type { AwsExecutionSummary } from "./list-pipeline-executions";
import { toExecution } from "./to-execution";

/**
 * Executions as the history lists them. How far one got is told by its actions: where those are not known, and it did
 * not succeed, its `stages` are empty rather than guessed.
 *
 * @param stages the line now, in the order of the declaration
 * @param actions those that started at `knownFromMs` (epoch ms) or later, and all those of the executions `knownOf`
 */
export function toExecutionRows(
  executions: readonly AwsExecutionSummary[],
  stages: readonly StageState[],
  actions: { items: readonly AwsActionExecution[]; knownFromMs: number; knownOf: ReadonlySet<string> },
): ExecutionSummary[] {
  const shown = new Set(executions.map((one) => one.pipelineExecutionId));
  const runs = new ActionRuns(actions.items.filter((action) => shown.has(action.pipelineExecutionId)));
  const sourceActions = stages[0]?.actions.map((action) => action.name) ?? [];
  return executions.flatMap((aws) => {
    const execution = toExecution(aws, sourceActions, runs);
    if (!execution) return [];
    const startMs = Date.parse(instant(aws.startTime) ?? "");
    const known =
      actions.knownOf.has(execution.id) || (!Number.isNaN(startMs) && startMs >= actions.knownFromMs);
    const row = placeExecution(execution, stages, runs.stagesOf(execution.id), { isWhole: known });
    const standard = row.executionType !== "ROLLBACK";
    return known || (standard && row.status === "Succeeded") ? row : { ...row, stages: [], stage: undefined };
  });
}
