import { statusWord } from "@/components/ui/status-word";
import { formatDuration, formatSpan } from "@/lib/domain/duration";
import { clockTime } from "@/lib/domain/instant-words";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";

/** Milliseconds between start and last change of an action that has ended; undefined where AWS does not tell. */
export function ranMs(action: ActionState): number | undefined {
  if (action.startedAt === undefined || action.changedAt === undefined) {
    return undefined;
  }
  const ms = Date.parse(action.changedAt) - Date.parse(action.startedAt);
  return ms > 0 ? ms : undefined;
}

/** Which attempt of its stage a failed or running action belongs to; undefined for the first or where it is not told. */
export function attemptOf(stage: StageState): number | undefined {
  const retries = (stage.retry?.automatic ?? 0) + (stage.retry?.manual ?? 0);
  return retries === 0 ? undefined : retries + 1;
}

/** Whether a stage's latest run is over, so that what has not run in it will not. */
function isOver(stage: StageState): boolean {
  return !["InProgress", "Approval", "Stopping", "NotYetRun", "Queued"].includes(stage.standing);
}

/** The second line of an action's card: what matters most about it, short; in `brief` to the minute. `mono` marks an id. */
export function actionLine(
  action: ActionState,
  stage: StageState,
  drained = false,
  brief = false,
): { text: string; mono?: boolean } {
  const attempt = attemptOf(stage);
  switch (action.standing) {
    case "NotYetRun":
      return { text: isOver(stage) ? "Did not run" : "Not yet run" };
    case "Approval": {
      const waiting = 1 + (action.moreApprovals?.length ?? 0);
      return {
        text:
          action.approval === undefined
            ? "waits"
            : waiting > 1
              ? `${waiting} wait`
              : `until ${clockTime(action.approval.expiresAt).slice(0, 5)}`,
      };
    }
    case "InProgress":
      if (action.openRuns !== undefined) return { text: `${action.openRuns} running` };
      return {
        text:
          action.percentComplete === undefined
            ? statusWord("InProgress", { drained })
            : `${Math.round(action.percentComplete)}\u00a0%`,
      };
    case "Failed":
      return { text: attempt === undefined ? statusWord("Failed", { drained }) : `attempt ${attempt}` };
    case "Succeeded": {
      if (action.category === "Source" && action.revision !== undefined) {
        return { text: action.revision.shortId, mono: true };
      }
      const ms = ranMs(action);
      if (ms === undefined) return { text: statusWord("Succeeded", { drained }) };
      return { text: brief ? formatSpan(ms) : formatDuration(ms) };
    }
    default:
      return { text: statusWord(action.standing, { drained }) };
  }
}
