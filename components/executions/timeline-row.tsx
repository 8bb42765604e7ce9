import clsx from "clsx";
import { useDrained } from "@/components/pipelines/drained";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { Tag } from "@/components/ui/tag";
import { StageAddress } from "./stage-address";
import { TimelineBar } from "./timeline-bar";
import { TIMELINE_COLUMNS } from "./timeline-columns";
import { TimelineMark } from "./timeline-mark";
import type { TimelineRow as Row } from "./timeline-rows";
import { TimelineSelect } from "./timeline-select";
import { rowAside, rowName, rowTimes, rowTook } from "./timeline-words";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface TimelineRowProps {
  row: Row;
  /** The execution has: what has not run will not. */
  ended: boolean;
  selected: boolean;
  /** Something is selected already: another selection leaves no step in the history. */
  several: boolean;
  onSelect: ChangeExecutionParams;
  onToggle: () => void;
}

/** One line of the timeline: what it is, its bars, how long it took. */
export function TimelineRow({ row, ended, selected, several, onSelect, onToggle }: TimelineRowProps) {
  const drained = useDrained();
  const stage = row.kind === "stage";
  const quiet = row.kind === "pending" || row.kind === "wait";
  return (
    <div
      role="row"
      aria-selected={row.kind === "action" || row.kind === "rule" ? selected : undefined}
      className={clsx(
        TIMELINE_COLUMNS,
        "group relative h-[26px] items-center first:border-t [[role=rowgroup]:nth-child(2)>&]:first:border-t-0",
        stage && "bg-sunken font-semibold",
        selected && (stage ? "shadow-[inset_3px_0_0_var(--accent)]" : "bg-accent-tint"),
        !stage && !selected && (row.kind === "action" || row.kind === "rule") && "hover:bg-hover",
        drained && "hatched",
      )}
    >
      <div
        role="rowheader"
        className={clsx(
          "flex min-w-0 items-center gap-1.5 pr-2 font-normal",
          stage ? "pl-4" : row.kind === "rule" ? "pl-[52px] text-secondary" : "pl-[34px]",
          quiet ? "text-ink-3" : "text-ink",
        )}
      >
        {row.kind === "stage" ? (
          <>
            <button
              type="button"
              aria-expanded={row.open}
              onClick={onToggle}
              className="flex min-w-0 items-center gap-1.5 rounded-ticket font-semibold"
            >
              <Glyph name={row.open ? "down" : "right"} size={14} />
              <span className="max-w-40 shrink-0 truncate">{row.stage}</span>
              {/* Open, its lines say how it went. */}
              {(!row.open || row.standing === "Skipped" || row.bars.length === 0) && (
                <StatusIcon standing={row.standing} drained={drained} />
              )}
              {rowAside(row) !== undefined && (
                <span className="truncate text-secondary font-normal text-ink-2" title={rowAside(row)}>
                  {rowAside(row)}
                </span>
              )}
            </button>
            <StageAddress stage={row.stage} onSelect={onSelect} />
          </>
        ) : (
          <>
            <StatusIcon standing={row.standing} drained={drained} decorative={row.kind === "wait"} />
            <TimelineSelect row={row} replace={several} onSelect={onSelect}>
              {rowName(row)}
            </TimelineSelect>
            {rowAside(row) !== undefined && <span className="shrink-0 text-ink-3">{rowAside(row)}</span>}
            {row.kind === "rule" && (
              <span className="shrink-0 text-label text-ink-3">
                {row.run.overridden ? "overridden" : "rule"}
              </span>
            )}
            {(row.kind === "action" || row.kind === "rule") && row.several && (
              <Tag>attempt {row.run.attempt}</Tag>
            )}
            {row.kind === "pending" && (
              <span className="shrink-0 whitespace-nowrap">{ended ? "did not run" : "not yet run"}</span>
            )}
          </>
        )}
      </div>
      <div role="cell" className="relative z-[1] h-full" title={row.span && rowTimes(row, ended)}>
        <span className="sr-only">{rowTimes(row, ended)}</span>
        {row.bars.map((bar) => (
          <TimelineBar key={`${bar.kind} ${bar.start}`} bar={bar} drained={drained} />
        ))}
        <TimelineMark place={row.usual?.place} />
      </div>
      <div
        role="cell"
        className={clsx("num pr-4 text-right", stage ? "text-ink-2" : "font-normal text-ink-2")}
      >
        {rowTook(row)}
      </div>
    </div>
  );
}
