import { isFull } from "./new-execution";
import type { StageRetries, StageRun } from "./record";
import type { Simulation } from "./simulation";
import { resumeStage } from "./stage-run";

/** What a retry runs: the failed (and abandoned) actions and what comes after them, or the whole stage. */
export type RetryMode = "FAILED_ACTIONS" | "ALL_ACTIONS";

/** A stage is configured for at most one retry that nobody asked for. */
const mostAutomaticRetries = 1;

/** True when a stage run is over in a way that leaves something to try again. */
export function hasSomethingToRetry(run: StageRun): boolean {
  if (run.status === "Stopped") return true;
  return run.status === "Failed" && [...run.actions.values()].some(({ status }) => status === "Failed");
}

function forgetAll(sim: Simulation, run: StageRun): void {
  run.actions.clear();
  run.conditions.delete("beforeEntry");
  run.conditions.delete("onSuccess");
  const gate = run.execution.pipeline.gates.get(run.declaration.name);
  if (gate?.latestRun === run && !sim.choices.keepOldActionStates) gate.latestActions = new Map();
}

function forgetFailed(run: StageRun): void {
  for (const [name, { status }] of run.actions) {
    if (status === "Failed" || status === "Abandoned") run.actions.delete(name);
  }
}

/** Tries a failed or stopped stage again within the same execution. The caller has seen to it that this is allowed. */
export function retryRun(
  sim: Simulation,
  run: StageRun,
  mode: RetryMode,
  trigger: StageRetries["latest"],
): void {
  const before = run.retries ?? { automatic: 0, manual: 0 };
  const by = trigger === "ManualStageRetry" ? "manual" : "automatic";
  run.retries = { ...before, [by]: before[by] + 1, latest: trigger };
  run.execution.attempt += 1;
  run.execution.retriedAt = sim.now;
  if (mode === "ALL_ACTIONS") forgetAll(sim, run);
  else forgetFailed(run);
  resumeStage(sim, run);
}

/** The retry a stage is configured for; answers false when it had it, or when there is nothing to retry or no place for it. */
export function retryByItself(sim: Simulation, run: StageRun): boolean {
  const { execution } = run;
  const { pipeline, mode, version } = execution;
  const outdated = mode !== "PARALLEL" && version !== pipeline.versions.length;
  const had = run.retries?.automatic ?? 0;
  if (had >= mostAutomaticRetries || outdated || !hasSomethingToRetry(run) || isFull(pipeline, mode))
    return false;
  const asked = run.declaration.onFailure?.retryConfiguration?.retryMode;
  retryRun(sim, run, asked === "ALL_ACTIONS" ? asked : "FAILED_ACTIONS", "AutomatedStageRetry");
  return true;
}
