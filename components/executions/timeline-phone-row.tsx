import clsx from "clsx";
import { useDrained } from "@/components/pipelines/drained";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { Tag } from "@/components/ui/tag";
import { TimelineBar } from "./timeline-bar";
import { TimelineMark } from "./timeline-mark";
import type { TimelineRowProps } from "./timeline-row";
import { TimelineSelect } from "./timeline-select";
import { rowAside, rowName, rowTimes, rowTook } from "./timeline-words";

/** One line of the timeline on a phone: its name over its bar. */
export function TimelinePhoneRow({
  row,
  ended,
  selected,
  several,
  onSelect,
  onToggle,
  prefixed,
}: TimelineRowProps & {
  /** The stage has no line of its own. */
  prefixed: boolean;
}) {
  const drained = useDrained();
  const name = prefixed ? `${row.stage}, ${rowName(row)}` : rowName(row);
  const bars = row.bars.map((bar) => ({
    ...bar,
    kind: bar.kind === "stage" ? ("work" as const) : bar.kind,
  }));
  return (
    <div
      role="row"
      className={clsx(
        "relative flex h-[51px] flex-col justify-center gap-1.5 border-t px-4",
        selected && "bg-accent-tint",
        drained && "hatched",
      )}
    >
      <div className="flex min-w-0 items-center gap-2">
        <div
          role="rowheader"
          className={clsx(
            "flex min-w-0 flex-1 items-center gap-2",
            row.kind !== "stage" && !prefixed && "pl-4",
            row.kind === "pending" || row.kind === "wait" ? "text-ink-3" : "text-ink",
          )}
        >
          <StatusIcon standing={row.standing} drained={drained} />
          {row.kind === "stage" ? (
            <button
              type="button"
              aria-expanded={row.open}
              onClick={onToggle}
              className="flex min-w-0 items-center gap-1 after:absolute after:inset-0"
            >
              <span className="truncate">{name}</span>
              {rowAside(row) !== undefined && (
                <span className="truncate text-secondary text-ink-3">{rowAside(row)}</span>
              )}
              <Glyph name={row.open ? "down" : "right"} size={12} className="text-ink-3" />
            </button>
          ) : (
            <TimelineSelect row={row} replace={several} onSelect={onSelect}>
              {name}
            </TimelineSelect>
          )}
          {(row.kind === "action" || row.kind === "rule") && row.several && (
            <Tag>attempt {row.run.attempt}</Tag>
          )}
          {row.kind === "rule" && row.run.overridden && <Tag>overridden</Tag>}
        </div>
        <div role="cell" className="num shrink-0 text-secondary text-ink-2">
          {row.kind === "pending" ? (ended ? "did not run" : "not yet run") : rowTook(row)}
        </div>
      </div>
      <div role="cell" className="relative h-3">
        <span className="sr-only">{rowTimes(row, ended)}</span>
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px -translate-y-1/2 bg-line" />
        {bars.map((bar) => (
          <TimelineBar key={`${bar.kind} ${bar.start}`} bar={bar} drained={drained} />
        ))}
        <TimelineMark place={row.usual?.place} />
      </div>
    </div>
  );
}
