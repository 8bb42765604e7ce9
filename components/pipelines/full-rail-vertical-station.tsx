import { useId, useState } from "react";
import { OverrideButton } from "@/components/presses/override-button";
import { StageButtons } from "@/components/presses/stage-buttons";
import { StageMenu } from "@/components/presses/stage-menu";
import { Age } from "@/components/ui/age";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import { actionKey } from "@/lib/domain/action-key";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { SelectAction } from "./action-selection";
import { ConditionLine } from "./condition-line";
import { useDrained } from "./drained";
import type { RailStation } from "./full-rail-layout";
import { ReviewButtons } from "./review-buttons";
import { StageActionRow } from "./stage-action-row";
import { StageNameButton } from "./stage-name-button";
import { StageNote } from "./stage-note";
import { stageSummary, wantsAttention } from "./stage-summary";
import { StationCount } from "./station-count";
import { StationWords } from "./station-words";
import { VerticalTrack } from "./vertical-track";

export interface FullRailVerticalStationProps {
  station: RailStation;
  last: boolean;
  select: SelectAction;
}

/** One stage on a phone: name, train or ticket, one line about its actions; all of them behind one tap. */
export function FullRailVerticalStation({ station, last, select }: FullRailVerticalStationProps) {
  const drained = useDrained();
  const listId = useId();
  const { stage, ticket, train, count } = station;
  const holdsSelected = stage.actions.some(
    (action) => select.selected === actionKey(stage.name, action.name),
  );
  const [open, setOpen] = useState(holdsSelected);
  const shown = open ? stage.actions : stage.actions.filter(wantsAttention);
  const hidden = stage.actions.length - shown.length;
  const tells = count === undefined && stage.standing !== "Succeeded" && stage.standing !== "NotYetRun";
  return (
    <section aria-label={`Stage ${stage.name}`} className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5">
      <span className="flex flex-col items-center">
        {count === undefined ? (
          <StatusIcon standing={stage.standing} percent={stage.percentComplete} size={24} drained={drained} />
        ) : (
          <StationCount count={count} stage={stage} />
        )}
        {!last && <VerticalTrack double={count !== undefined} />}
      </span>
      <div className="flex min-w-0 flex-col gap-1 pb-4">
        <div className="flex min-h-6 items-center gap-2">
          <h2 className="min-w-0 text-section text-ink">
            <StageNameButton stage={stage} select={select} />
          </h2>
          <StageMenu stage={stage} />
          {train !== undefined && (
            <span data-train={train.executionId} data-at={stage.name} className="inline-flex">
              <Train label={train.label} kind={train.kind} drained={drained} />
            </span>
          )}
          {ticket !== undefined && <Ticket label={ticket} drained={drained} />}
          {!tells && stage.changedAt !== undefined && (
            <span className="ml-auto shrink-0 text-secondary text-ink-3">
              <Age at={stage.changedAt} />
            </span>
          )}
        </div>
        {tells && <StationWords stage={stage} />}
        {stage.waiting !== undefined && <StageNote stage={stage.name} waiting={stage.waiting} />}
        {(open || hidden > 0) && (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
            className="-my-1 flex min-h-11 items-center gap-1.5 text-left text-body text-ink-3"
          >
            <Glyph name={open ? "down" : "right"} size={12} />
            <span className="line-clamp-2 min-w-0">
              {open ? "Fewer actions" : stageSummary(stage, hidden, drained)}
            </span>
          </button>
        )}
        <ul id={listId} className="flex flex-col gap-2">
          {shown.map((action) => (
            <li key={action.name} className="flex flex-col gap-2">
              <StageActionRow
                stage={stage}
                action={action}
                onSelect={() => select.onSelect(stage.name, action.name)}
              />
              {openApprovals(action).length > 0 && (
                <ReviewButtons
                  stage={stage}
                  action={action}
                  large
                  revisionsOf={select.revisionsOf}
                  onReview={select.onReview}
                />
              )}
            </li>
          ))}
        </ul>
        {stage.onSuccess !== undefined && (
          <>
            <ConditionLine condition={stage.onSuccess} when="On success" />
            <OverrideButton stage={stage} kind="ON_SUCCESS" condition={stage.onSuccess} large />
          </>
        )}
        {stage.onFailure !== undefined && <ConditionLine condition={stage.onFailure} when="On failure" />}
        <StageButtons stage={stage} large />
      </div>
    </section>
  );
}
