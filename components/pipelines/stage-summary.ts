import { statusWord } from "@/components/ui/status-word";
import { countOf } from "@/lib/domain/count-words";
import { nameList } from "@/lib/domain/name-list";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";

/** Actions a phone shows without being asked: what failed, and what waits for a person. */
export function wantsAttention(action: ActionState): boolean {
  return action.standing === "Failed" || action.standing === "Abandoned" || action.standing === "Approval";
}

/** The actions of a stage in one line: what runs by name, else their names, else how many more there are. */
export function stageSummary(stage: StageState, hidden: number, drained = false): string {
  const running = stage.actions.filter((action) => action.standing === "InProgress");
  if (running.length > 0) {
    return running
      .map((action) => `${action.name} ${runningWords(action, drained)}`)
      .slice(0, 2)
      .join(", ");
  }
  if (hidden < stage.actions.length) {
    return hidden === 0 ? countOf(stage.actions.length, "action") : countOf(hidden, "more action");
  }
  return nameList(stage.actions.map((action) => action.name));
}

function runningWords(action: ActionState, drained: boolean): string {
  return action.percentComplete === undefined
    ? statusWord("InProgress", { drained }).toLowerCase()
    : `${Math.round(action.percentComplete)}\u00a0%`;
}
