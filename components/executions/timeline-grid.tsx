import type { TimelineSegment } from "@/lib/domain/timeline";
import type { TimelineTick } from "./timeline-axis";
import { TIMELINE_AXIS_INSET } from "./timeline-columns";

export interface TimelineGridProps {
  ticks: readonly TimelineTick[];
  folds: readonly TimelineSegment[];
}

/** Lines at the times of the axis and a band where it is folded, behind the bars of all lines. */
export function TimelineGrid({ ticks, folds }: TimelineGridProps) {
  return (
    <div
      aria-hidden
      className={`pointer-events-none absolute top-7 bottom-0 max-sm:hidden ${TIMELINE_AXIS_INSET}`}
    >
      {ticks.map((tick) => (
        <span
          key={tick.place}
          className="absolute inset-y-0 w-px bg-line"
          style={{ left: `${(tick.place * 100).toFixed(3)}%` }}
        />
      ))}
      {folds.map((fold) => (
        <span
          key={fold.fromMs}
          className="absolute inset-y-0 border-x border-line-2 bg-[repeating-linear-gradient(90deg,var(--line)_0_1px,transparent_1px_6px)]"
          style={{
            left: `${(fold.start * 100).toFixed(3)}%`,
            width: `${((fold.end - fold.start) * 100).toFixed(3)}%`,
          }}
        />
      ))}
    </div>
  );
}
