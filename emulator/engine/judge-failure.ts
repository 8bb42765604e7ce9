import { conditionOf, startCondition } from "./condition-run";
import type { StageRun } from "./record";
import type { Simulation } from "./simulation";

/**
 * Finds out what follows a failed stage run in which nothing runs any more: `decided` is told a result of the condition
 * that failed it, of its condition on failure when that is met (every rule succeeded), else of `onFailure` itself. What an
 * entry condition kept out has nothing to retry or roll back.
 */
export function judgeFailure(
  sim: Simulation,
  run: StageRun,
  decided: (result: string | undefined) => void,
): void {
  const { onFailure } = run.declaration;
  const onSuccessResult = run.failedBy === "onSuccess" ? conditionOf(run, "onSuccess")?.result : undefined;
  if (onSuccessResult === "ROLLBACK" || run.failedBy === "beforeEntry") {
    decided(onSuccessResult);
    return;
  }
  const condition = conditionOf(run, "onFailure");
  if (!condition) {
    decided(onFailure?.result);
    return;
  }
  startCondition(sim, run, "onFailure", condition, (met) => {
    if (met) decided(condition.result ?? onFailure?.result);
    else decided(condition.result === undefined ? undefined : onFailure?.result);
  });
}
