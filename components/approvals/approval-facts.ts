import { executionLabel } from "@/lib/domain/execution-label";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { ActionState, OpenApproval, PipelineState, StageState } from "@/lib/domain/pipeline-state";
import type { Revision } from "@/lib/domain/revision";
import { waitingTrains } from "@/lib/domain/station";
import { revisionsOf } from "./revisions-of";

/** All that a decision on one approval is about, as the page knows it. */
export interface ApprovalFacts {
  stage: StageState;
  action: ActionState;
  approval: OpenApproval;
  /** What people call the execution: its first source revision, or the start of its id. */
  label: string;
  /** Every source revision of the execution. */
  revisions: Revision[];
  /** The stage an approval lets it go on to: the next one, or the same when actions follow in it. */
  destination: string;
  /** Executions that wait for this stage, the next first. */
  behind: string[];
  /** Their ids, and that of whatever else waits there. */
  behindIds: string[];
  /** Set when the transition into the destination is closed: who stands there already. */
  gate?: { ahead: string[] };
}

/** Which approval is meant: an action, and in PARALLEL mode also one of the executions that wait at it. */
export interface ApprovalPlace {
  stage: string;
  action: string;
  executionId?: string;
}

/**
 * Finds an open approval. When the execution asked for waits no longer but another does, gives that one; undefined
 * when nothing waits for an answer there.
 */
export function approvalFacts(state: PipelineState, place: ApprovalPlace): ApprovalFacts | undefined {
  const at = state.stages.findIndex((each) => each.name === place.stage);
  const stage = state.stages[at];
  const action = stage?.actions.find((each) => each.name === place.action);
  if (stage === undefined || action === undefined) {
    return undefined;
  }
  const open = openApprovals(action);
  const approval = open.find((each) => each.executionId === place.executionId) ?? open[0];
  if (approval === undefined) {
    return undefined;
  }
  const revisions = revisionsOf(state, stage, approval.executionId);
  const more = stage.actions.some((each) => each.runOrder > action.runOrder);
  const next = more ? undefined : state.stages[at + 1];
  return {
    stage,
    action,
    approval,
    label: executionLabel(approval.executionId, revisions),
    revisions,
    destination: next?.name ?? stage.name,
    behind: waitingTrains(stage)
      .filter((each) => each.executionId !== approval.executionId)
      .map((each) => each.label),
    behindIds: waitingTrains(stage).map((each) => each.executionId),
    gate:
      next === undefined || next.transition.enabled
        ? undefined
        : { ahead: waitingTrains(next).map((each) => each.label) },
  };
}

/**
 * What to tell of a decision whose execution no longer waits, or that has a newer one behind it by now; undefined while
 * all is as it was when it was opened.
 */
export function movedWorld(
  opened: ApprovalFacts,
  now: ApprovalFacts | undefined,
): { text: string; next?: ApprovalFacts } | undefined {
  if (now === undefined) {
    return { text: `${opened.label} no longer waits here: it was answered, stopped, or its time ran out.` };
  }
  if (now.approval.executionId !== opened.approval.executionId) {
    return {
      text: `${now.label} waits here now, not ${opened.label}. What you read is not what would ship.`,
      next: now,
    };
  }
  const came = now.behindIds.some((id) => !opened.behindIds.includes(id));
  return came
    ? { text: `A newer run is now waiting: ${now.behind.at(-1)}. Look at it before you answer.`, next: now }
    : undefined;
}
