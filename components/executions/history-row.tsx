import clsx from "clsx";
import { memo } from "react";
import { triggerWords } from "@/components/pipelines/trigger-words";
import { Ticket } from "@/components/ui/ticket";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { exactInstant } from "@/lib/domain/instant-words";
import { shortInstant } from "@/lib/domain/short-instant";
import { HISTORY_COLUMNS } from "./history-columns";
import { HistoryLink } from "./history-link";
import { HistoryMenuButton } from "./history-menu-button";
import { HistoryMessage } from "./history-message";
import { HistoryRail } from "./history-rail";
import { HistoryStatus } from "./history-status";
import { HistoryTook } from "./history-took";

export interface HistoryRowProps {
  execution: ExecutionSummary;
  href: string;
  /** A card of three lines. */
  cards: boolean;
  /** `2026-11-21`, in UTC. */
  today: string;
  drained: boolean;
  /** Opens what can be pressed on it. */
  onMenu: (id: string, button: HTMLButtonElement) => void;
}

/** One execution of the history: all of the row leads to its page. */
export const HistoryRow = memo(function HistoryRow({
  execution,
  href,
  cards,
  today,
  drained,
  onMenu,
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
    "relative h-full border-b bg-surface hover:bg-hover has-focus-visible:bg-accent-tint",
    drained && "hatched",
  );
  if (cards) {
    return (
      <div className={clsx(row, "flex flex-col justify-center gap-1 px-4")}>
        <div className="flex min-w-0 items-center gap-2">
          <div role="cell" className="min-w-0">
            <HistoryStatus execution={execution} drained={drained} />
          </div>
          <div role="cell" className="flex min-w-0 flex-1 items-center gap-2">
            {ticket}
            <HistoryLink id={execution.id} href={href} />
          </div>
          <div role="cell" className="num flex items-center gap-2 text-secondary text-ink-3">
            {started}
            <HistoryMenuButton id={execution.id} onMenu={onMenu} />
          </div>
        </div>
        <div role="cell" className="min-w-0">
          <HistoryMessage execution={execution} />
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
      <div role="cell" className="min-w-0">
        <HistoryStatus execution={execution} drained={drained} />
      </div>
      <div role="cell">
        <HistoryLink id={execution.id} href={href} />
      </div>
      <div role="cell" className="flex min-w-0 items-center gap-3">
        <span className="flex w-[60px] shrink-0">{ticket}</span>
        <HistoryMessage execution={execution} />
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
      <div role="cell" className="flex justify-end">
        <HistoryMenuButton id={execution.id} onMenu={onMenu} />
      </div>
    </div>
  );
});
