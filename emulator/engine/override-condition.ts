import { conditionOf, endCondition } from "./condition-run";
import { demandIdle, latestStay, type StayReference } from "./latest-stay";
import { demandPlace } from "./new-execution";
import type { Pipeline, StageRun } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";
import { goOn, resumeStage } from "./stage-run";

/** Conditions that a person may override; what follows a failure is not among them. */
export type OverridableKind = "beforeEntry" | "onSuccess";

function isOverDueTo(run: StageRun, kind: OverridableKind): boolean {
  const { execution } = run;
  const current = execution.version === execution.pipeline.versions.length;
  return run.status === "Failed" && run.failedBy === kind && current;
}

/**
 * Lets a stage go on as if its condition were met: rules in progress are abandoned (by the person with that ARN); a stage that failed by the condition
 * is taken up again. Throws StageNotFoundException, NotLatestPipelineExecutionException, ConditionNotOverridableException
 * (none there, its result is SKIP, it was met, or the stage ended otherwise), ConflictException,
 * ConcurrentPipelineExecutionsLimitExceededException.
 */
export function overrideCondition(
  sim: Simulation,
  pipeline: Pipeline,
  reference: StayReference,
  kind: OverridableKind,
  by: string,
): void {
  const { run } = latestStay(pipeline, reference);
  const evaluation = run?.conditions.get(kind);
  const isOpen = evaluation?.status === "InProgress";
  if (
    !run ||
    !evaluation ||
    conditionOf(run, kind)?.result === "SKIP" ||
    !(isOpen || isOverDueTo(run, kind))
  ) {
    throw new ServiceError(
      "ConditionNotOverridableException",
      `Stage '${reference.stageName}' has no condition of this type that can be overridden now`,
    );
  }
  if (!isOpen || run.status !== "InProgress" || run.execution.cancelling) demandIdle(run);
  if (!isOpen) demandPlace(pipeline);
  endCondition(sim, evaluation, "Overridden", by);
  if (isOpen) goOn(sim, run);
  else resumeStage(sim, run);
}
