import clsx from "clsx";
import { memo } from "react";
import { triggerWords } from "@/components/pipelines/trigger-words";
import { Ticket } from "@/components/ui/ticket";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { exactInstant } from "@/lib/domain/instant-words";
import { shortInstant } from "@/lib/domain/short-instant";
import { HistoryChoice } from "./history-choice";
import { HISTORY_COLUMNS } from "./history-columns";
import { HistoryLink } from "./history-link";
import { HistoryMenuButton } from "./history-menu-button";
import { HistoryMessage } from "./history-message";
import { HistoryRail } from "./history-rail";
import { HistoryShare } from "./history-share";
import { HistoryStatus } from "./history-status";
import { HistoryTook } from "./history-took";

export interface HistoryRowProps {
  execution: ExecutionSummary;
  /** Address of an execution of the pipeline, by its id; the same function as long as the pipeline is. */
  hrefOf: (id: string) => string;
  /** A card of three lines. */
  cards: boolean;
  /** `2026-11-21`, in UTC. */
  today: string;
  drained: boolean;
  /** Opens what can be pressed on it. */
  onMenu: (id: string, button: HTMLButtonElement) => void;
  /** To be compared. */
  chosen: boolean;
  onChoose: (id: string) => void;
  /** Of the last successes, where there is any. */
  medianMs?: number;
}

/** One execution of the history: all of the row leads to its page. */
export const HistoryRow = memo(function HistoryRow({
  execution,
  hrefOf,
  cards,
  today,
  drained,
  onMenu,
  chosen,
  onChoose,
  medianMs,
}: HistoryRowProps) {
  const { startedAt, trigger } = execution;
  const by = triggerWords(trigger);
  const started = startedAt !== undefined && (
    <time dateTime={startedAt} title={exactInstant(startedAt)}>
      {shortInstant(startedAt, today)}
    </time>
  );
  const ticket = (
    <Ticket
      label={executionLabel(execution.id, execution.revisions)}
      title={execution.revisions[0]?.id ?? execution.id}
      drained={drained}
    />
  );
  const row = clsx(
    "relative h-full border-b hover:bg-hover has-[a:focus-visible]:bg-accent-tint",
    chosen ? "bg-accent-tint" : "bg-surface",
    drained && "hatched",
  );
  if (cards) {
    return (
      <div className={clsx(row, "flex flex-col justify-center gap-1 px-4")}>
        <div className="flex min-w-0 items-center gap-2">
          <div role="cell" className="shrink-0">
            <HistoryChoice id={execution.id} chosen={chosen} onChoose={onChoose} />
          </div>
          <div role="cell" className="min-w-0">
            <HistoryStatus execution={execution} drained={drained} />
          </div>
          <div role="cell" className="flex min-w-0 flex-1 items-center gap-2">
            {ticket}
            <span className="min-w-0 truncate">
              <HistoryLink id={execution.id} href={hrefOf(execution.id)} />
            </span>
          </div>
          <div role="cell" className="num shrink-0 text-secondary text-ink-3">
            {started}
          </div>
        </div>
        <div className="flex min-w-0 items-center gap-2">
          <div role="cell" className="min-w-0 flex-1">
            <HistoryMessage execution={execution} hrefOf={hrefOf} />
          </div>
          <div role="cell" className="-my-1 -mr-1.5 flex">
            <HistoryMenuButton id={execution.id} onMenu={onMenu} />
          </div>
        </div>
        <div className="flex min-w-0 items-center gap-3">
          <div role="cell" className="h-5 min-w-[134px]">
            <HistoryRail execution={execution} drained={drained} />
          </div>
          <div
            role="cell"
            className="min-w-0 flex-1 truncate text-secondary text-ink-3"
            title={trigger?.type}
          >
            {by}
          </div>
          <div role="cell" className="num text-secondary whitespace-nowrap text-ink-2">
            <HistoryTook execution={execution} />
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className={clsx(row, "grid items-center px-3", HISTORY_COLUMNS)}>
      <div role="cell">
        <HistoryChoice id={execution.id} chosen={chosen} onChoose={onChoose} />
      </div>
      <div role="cell" className="min-w-0">
        <HistoryStatus execution={execution} drained={drained} />
      </div>
      <div role="cell">
        <HistoryLink id={execution.id} href={hrefOf(execution.id)} />
      </div>
      <div role="cell" className="flex min-w-0 items-center gap-3">
        <span className="flex w-[60px] shrink-0">{ticket}</span>
        <HistoryMessage execution={execution} hrefOf={hrefOf} />
      </div>
      <div role="cell" className="min-w-0">
        <HistoryRail execution={execution} drained={drained} />
      </div>
      <div role="cell" className="truncate text-ink-2 max-xl:hidden" title={[by, trigger?.type].join("\n")}>
        {by}
      </div>
      <div role="cell" className="num text-right whitespace-nowrap text-ink-2">
        {started}
      </div>
      <div role="cell" className="num text-right whitespace-nowrap text-ink">
        <HistoryTook execution={execution} />
      </div>
      <div role="cell" className="max-xl:hidden">
        {medianMs !== undefined && (
          <HistoryShare execution={execution} medianMs={medianMs} drained={drained} />
        )}
      </div>
      <div role="cell" className="flex justify-end">
        <HistoryMenuButton id={execution.id} onMenu={onMenu} />
      </div>
    </div>
  );
});
