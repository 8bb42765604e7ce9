import { GateButton } from "@/components/presses/gate-button";
import { Age } from "@/components/ui/age";
import { formatSpan } from "@/lib/domain/duration";
import { resumesUntil } from "@/lib/domain/gate-deadline";
import { exactInstant } from "@/lib/domain/instant-words";
import type { StageState } from "@/lib/domain/pipeline-state";
import { waitingTrains } from "@/lib/domain/station";
import { useAtNow } from "@/lib/queries/server-now";
import { ActionPanelSection } from "./action-panel-section";

/** The transition into a stage: open or closed, by whom, since when, why, and how long what waits can still resume. */
export function StagePanelTransition({ stage }: { stage: StageState }) {
  const { enabled, changedAt, changedBy, reason } = stage.transition;
  const waits = waitingTrains(stage).length > 0;
  const left = useAtNow((now) => {
    if (enabled || changedAt === undefined || now === 0) return undefined;
    const ms = Date.parse(resumesUntil(changedAt)) - now;
    return ms > 0 ? formatSpan(ms) : "";
  });
  return (
    <ActionPanelSection title="Transition into it">
      <p className="text-ink">
        {enabled ? "Open" : "Closed"}
        {changedAt !== undefined && (
          <>
            {enabled ? ", opened " : " "}
            <Age at={changedAt} ago className="!normal-nums" />
          </>
        )}
        {changedBy !== undefined && ` by ${changedBy}`}
        {changedAt !== undefined && <span className="text-ink-3">, {exactInstant(changedAt)}</span>}
      </p>
      {!enabled && reason !== undefined && <p className="break-words text-ink-2">“{reason}”</p>}
      {left !== undefined && (
        <p className="text-secondary text-ink-2">
          {left === ""
            ? "Closed over 30 days: what waits will not resume."
            : `${left} left in which opening it ${waits ? "resumes what waits" : "would resume what comes to wait"}.`}
        </p>
      )}
      {!enabled && <GateButton stage={stage.name} large />}
    </ActionPanelSection>
  );
}
