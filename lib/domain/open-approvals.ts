import type { ActionState, OpenApproval } from "./pipeline-state";

/** Every approval that waits at an action, the longest waiting first; more than one only in PARALLEL mode. */
export function openApprovals(action: ActionState): OpenApproval[] {
  return action.approval === undefined ? [] : [action.approval, ...(action.moreApprovals ?? [])];
}
