import type { ActionState, ConditionState } from "./pipeline-state";
import type { Standing } from "./standing";

/** What a stage's standing depends on. */
export interface StageFacts {
  /** AWS's word for the stage's latest run; absent when it never ran. */
  status?: string;
  actions: ReadonlyArray<Pick<ActionState, "standing">>;
  beforeEntry?: Pick<ConditionState, "standing">;
  onSuccess?: Pick<ConditionState, "standing">;
}

/**
 * Where a stage stands: AWS's status of its latest run, except that an open approval stands for a run in progress, a
 * condition that could not be evaluated for a failure, and an overridden condition for a success.
 */
export function stageStanding({ status, actions, beforeEntry, onSuccess }: StageFacts): Standing {
  if (status === undefined) return "NotYetRun";
  const conditions = [beforeEntry?.standing, onSuccess?.standing];
  if (status === "InProgress" && actions.some((action) => action.standing === "Approval")) return "Approval";
  if (status === "Failed" && conditions.includes("Errored")) return "Errored";
  if (status === "Succeeded" && conditions.includes("Overridden")) return "Overridden";
  return status;
}

/** Whether an execution is inside a stage that stands so: at work, waiting for a person, or being stopped. */
export function isOccupied(standing: Standing): boolean {
  return standing === "InProgress" || standing === "Approval" || standing === "Stopping";
}
