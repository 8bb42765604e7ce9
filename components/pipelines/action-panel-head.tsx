import clsx from "clsx";
import { SidePanelPlace } from "@/components/ui/side-panel-place";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { formatDuration } from "@/lib/domain/duration";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import { attemptOf, ranMs } from "./action-line";
import { useDrained } from "./drained";

function times(action: ActionState, stage: StageState): string {
  const running = action.standing === "InProgress" || action.standing === "Approval";
  const ms = running ? undefined : ranMs(action);
  const attempt = attemptOf(stage);
  const at = running ? action.startedAt : action.changedAt;
  return [
    at === undefined ? undefined : running ? `since ${clockTime(at)}` : clockTime(at),
    ms === undefined ? undefined : `ran ${formatDuration(ms)}`,
    attempt === undefined || action.standing === "NotYetRun" ? undefined : `attempt ${attempt}`,
  ]
    .filter(Boolean)
    .join(", ");
}

export interface ActionPanelHeadProps {
  stage: StageState;
  action: ActionState;
  titleId: string;
  onClose: () => void;
}

/** Which action it is, where it stands and since when. */
export function ActionPanelHead({ stage, action, titleId, onClose }: ActionPanelHeadProps) {
  const drained = useDrained();
  const percent = action.standing === "InProgress" ? action.percentComplete : undefined;
  const when = [
    action.startedAt && `started ${exactInstant(action.startedAt)}`,
    action.changedAt && `last change ${exactInstant(action.changedAt)}`,
  ]
    .filter(Boolean)
    .join("\n");
  return (
    <header className="flex flex-col gap-1 px-4 pt-2.5 pb-3">
      <SidePanelPlace closeLabel="Close action" onClose={onClose}>
        {stage.name}, run order {action.runOrder}
      </SidePanelPlace>
      <h2 id={titleId} className="flex min-w-0 items-center gap-2 text-section text-ink">
        <StatusIcon standing={action.standing} percent={percent} size={18} drained={drained} decorative />
        <span className="truncate" title={action.name}>
          {action.name}
        </span>
        <span
          className="shrink-0 text-secondary font-normal text-ink-3"
          title={`${action.category}, ${action.owner}`}
        >
          {action.provider}
        </span>
      </h2>
      <p className="flex items-center gap-2 text-secondary text-ink-2" title={when || undefined}>
        <StatusIcon standing={action.standing} percent={percent} drained={drained} decorative />
        <span className={clsx("shrink-0 font-medium", statusText(action.standing, { calm: true, drained }))}>
          {statusWord(action.standing, { percent, drained })}
        </span>
        <span className="num truncate">{times(action, stage)}</span>
      </p>
    </header>
  );
}
