import clsx from "clsx";
import { OverrideButton } from "@/components/presses/override-button";
import { StageButtons } from "@/components/presses/stage-buttons";
import { StageMenu } from "@/components/presses/stage-menu";
import { actionKey } from "@/lib/domain/action-key";
import { ActionCard } from "./action-card";
import type { SelectAction } from "./action-selection";
import { ConditionCard } from "./condition-card";
import type { ActionGroup, RailStation } from "./full-rail-layout";
import { ReviewButtons } from "./review-buttons";
import { StageNameButton } from "./stage-name-button";
import { StageNote } from "./stage-note";
import { StationColumnHead } from "./station-column-head";
import { StationRuns } from "./station-runs";
import { StationWords } from "./station-words";

export interface StationColumnProps {
  station: RailStation;
  last: boolean;
  /** Stays in sight while the rail scrolls under it. */
  pinned: boolean;
  select: SelectAction;
}

function Group({
  group,
  station,
  select,
}: {
  group: ActionGroup;
  station: RailStation;
  select: SelectAction;
}) {
  return (
    <li className="grid grid-cols-[11px_minmax(0,1fr)] gap-x-1">
      <span className="num pt-[5px] text-right text-label text-ink-3" title={`Run order ${group.runOrder}`}>
        {group.runOrder}
      </span>
      <div className="flex min-w-0 flex-col gap-1.5">
        {group.rows.map((row) => (
          <div
            key={row[0]?.name}
            className={clsx("grid gap-1.5", row.length === 2 ? "grid-cols-2" : "grid-cols-1")}
          >
            {row.map((action) => (
              <div key={action.name} className="flex min-w-0 flex-col gap-1.5">
                <ActionCard
                  stage={station.stage}
                  action={action}
                  wide={row.length === 1}
                  brief={station.brief}
                  selected={select.selected === actionKey(station.stage.name, action.name)}
                  tabStop={select.tabStop === actionKey(station.stage.name, action.name)}
                  onSelect={() => select.onSelect(station.stage.name, action.name)}
                />
                {action.approval !== undefined && (
                  <ReviewButtons
                    stage={station.stage}
                    action={action}
                    revisionsOf={select.revisionsOf}
                    onReview={select.onReview}
                  />
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
    </li>
  );
}

/** One stage as a column: name, station, word and age, then its conditions and its actions by run order. */
export function StationColumn({ station, last, pinned, select }: StationColumnProps) {
  const { stage, groups, count } = station;
  return (
    <section
      aria-label={`Stage ${stage.name}`}
      className={clsx(
        "flex min-w-0 flex-col",
        pinned &&
          "sticky -right-page z-10 -my-2 -mr-page -ml-px border-l border-line bg-canvas py-2 pr-page pl-2",
      )}
    >
      <div className="flex h-5 min-w-0 items-center gap-1">
        <h2 className="min-w-0 font-semibold text-ink">
          <StageNameButton stage={stage} select={select} />
        </h2>
        <StageMenu stage={stage} />
      </div>
      <div className="mt-1">
        <StationColumnHead station={station} last={last} />
      </div>
      <div className="mt-1">
        {count === undefined ? (
          <StationWords stage={stage} />
        ) : (
          <StationRuns stage={stage.name} count={count} />
        )}
      </div>
      <ol className="mt-2.5 flex flex-col gap-1.5">
        {stage.beforeEntry !== undefined && (
          <li className="pl-[15px]">
            <ConditionCard condition={stage.beforeEntry} when="Before entry" />
            <OverrideButton stage={stage} kind="BEFORE_ENTRY" condition={stage.beforeEntry} />
          </li>
        )}
        {groups.map((group) => (
          <Group key={group.runOrder} group={group} station={station} select={select} />
        ))}
        {stage.onSuccess !== undefined && (
          <li className="pl-[15px]">
            <ConditionCard condition={stage.onSuccess} when="On success" />
            <OverrideButton stage={stage} kind="ON_SUCCESS" condition={stage.onSuccess} />
          </li>
        )}
        {stage.onFailure !== undefined && (
          <li className="pl-[15px]">
            <ConditionCard condition={stage.onFailure} when="On failure" />
          </li>
        )}
        <li className="pl-[15px] empty:hidden">
          <StageButtons stage={stage} />
        </li>
        {stage.waiting !== undefined && (
          <li className="pl-[15px]">
            <StageNote stage={stage.name} waiting={stage.waiting} />
          </li>
        )}
      </ol>
    </section>
  );
}
