import clsx from "clsx";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import { actionLine } from "./action-line";
import { actionPanelBody } from "./action-panel-body-part";
import { useDrained } from "./drained";

export interface ActionCardProps {
  stage: StageState;
  action: ActionState;
  /** Alone in its row: the icon stands large at the left. */
  wide: boolean;
  /** Its duration to the minute, for want of room. */
  brief?: boolean;
  selected: boolean;
  onSelect: () => void;
  /** Only one card of the rail is a tab stop; arrows reach the others. */
  tabStop: boolean;
}

function tone(action: ActionState, drained: boolean): string {
  if (!drained && (action.standing === "Failed" || action.standing === "Abandoned")) {
    return "border-bad-fill/30 bg-bad-tint";
  }
  if (!drained && action.standing === "Approval") {
    return "border-wait-edge/45 bg-wait-tint";
  }
  return "border-line bg-surface hover:bg-hover";
}

/** One action in its stage's column. Pressing it shows all about it in the panel. */
export function ActionCard({ stage, action, wide, brief, selected, onSelect, tabStop }: ActionCardProps) {
  const drained = useDrained();
  const line = actionLine(action, stage, drained, brief);
  const percent = action.standing === "InProgress" ? action.percentComplete : undefined;
  const word = statusWord(action.standing, { percent, drained });
  const large = wide && action.category !== "Source" && action.category !== "Approval";
  // The space is read out between the two lines, and not drawn.
  const name = (
    <span className="block truncate font-medium text-ink" title={action.name}>
      {action.name}{" "}
    </span>
  );
  return (
    <button
      type="button"
      data-action={`${stage.name}/${action.name}`}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={selected}
      {...actionPanelBody.intent}
      onClick={onSelect}
      className={clsx(
        "relative block h-[46px] w-full min-w-0 overflow-hidden rounded-control border px-1.5 text-left transition-colors duration-press ease-out",
        tone(action, drained),
        selected && "border-accent outline-1 outline-accent",
      )}
    >
      {large ? (
        <span className="grid grid-cols-[20px_minmax(0,1fr)] items-center">
          <StatusIcon standing={action.standing} percent={percent} size={16} drained={drained} decorative />
          {name}
          <span className="col-start-2 truncate text-secondary/4 text-ink-3">{line.text}</span>
        </span>
      ) : (
        <>
          {name}
          <span className="flex items-center gap-1 text-secondary/4 tracking-[-0.01em] text-ink-3">
            <StatusIcon standing={action.standing} percent={percent} drained={drained} decorative />
            <span className={clsx("truncate", line.mono && "font-mono text-label/4")}>{line.text}</span>
          </span>
        </>
      )}
      <span className="sr-only">{[...(line.text === word ? [] : [word]), action.provider].join(", ")}</span>
      {percent !== undefined && (
        <span
          aria-hidden
          className={clsx("absolute bottom-0 left-0 h-0.5", drained ? "bg-idle-fill" : "bg-run-fill")}
          style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
        />
      )}
    </button>
  );
}
