import clsx from "clsx";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import { actionLine } from "./action-line";
import { actionPanelBody } from "./action-panel-body-part";
import { useDrained } from "./drained";

export interface StageActionRowProps {
  stage: StageState;
  action: ActionState;
  onSelect: () => void;
}

/** One action as a row for a thumb; its error, where it has one, in two lines. */
export function StageActionRow({ stage, action, onSelect }: StageActionRowProps) {
  const drained = useDrained();
  const line = actionLine(action, stage, drained);
  const failed = !drained && (action.standing === "Failed" || action.standing === "Abandoned");
  const waits = !drained && action.standing === "Approval";
  return (
    <button
      type="button"
      data-action={`${stage.name}/${action.name}`}
      {...actionPanelBody.intent}
      onClick={onSelect}
      className={clsx(
        "grid min-h-11 w-full grid-cols-[16px_minmax(0,1fr)_auto_12px] items-center gap-x-2 rounded-control border px-2.5 py-2 text-left",
        failed ? "border-bad-fill/30 bg-bad-tint" : waits ? "border-wait-edge/45 bg-wait-tint" : "bg-surface",
      )}
    >
      <StatusIcon
        standing={action.standing}
        percent={action.standing === "InProgress" ? action.percentComplete : undefined}
        size={16}
        drained={drained}
      />
      <span className="truncate font-medium text-ink">{action.name}</span>
      <span className={clsx("text-secondary text-ink-3", line.mono ? "font-mono" : "num")}>{line.text}</span>
      <Glyph name="right" size={12} className="text-ink-3" />
      {action.error?.message !== undefined && (
        <span className="col-span-2 col-start-2 line-clamp-2 text-secondary break-words text-ink-2">
          {action.error.message}
        </span>
      )}
    </button>
  );
}
