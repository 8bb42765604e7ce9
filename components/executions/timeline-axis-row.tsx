import type { ReactNode, Ref } from "react";
import type { TimelineSegment } from "@/lib/domain/timeline";
import type { TimelineTick } from "./timeline-axis";
import { TIMELINE_COLUMNS } from "./timeline-columns";

export interface TimelineAxisRowProps {
  axisRef: Ref<HTMLDivElement>;
  ticks: readonly TimelineTick[];
  folds: readonly TimelineSegment[];
  /** What zooms. */
  zoom: ReactNode;
}

/** The names of the columns, the times on the axis among them. */
export function TimelineAxisRow({ axisRef, ticks, folds, zoom }: TimelineAxisRowProps) {
  return (
    <div role="rowgroup" className="max-sm:sr-only">
      <div role="row" className={`${TIMELINE_COLUMNS} h-7 items-center border-b text-label text-ink-2`}>
        <div role="columnheader" className="flex items-center justify-between pr-4 pl-4">
          <span>
            <span className="sr-only">Stage, action or rule; </span>Times in UTC
          </span>
          {zoom}
        </div>
        <div role="columnheader" ref={axisRef} className="relative h-full">
          <span className="sr-only">When</span>
          {ticks.map(
            (tick) =>
              tick.label !== "" && (
                <span
                  key={tick.place}
                  aria-hidden
                  className="num absolute top-1/2 -translate-x-1/2 -translate-y-1/2 whitespace-nowrap"
                  style={{ left: percent(tick.place) }}
                >
                  {tick.label}
                </span>
              ),
          )}
          {folds.map((fold) => (
            <span
              key={fold.fromMs}
              aria-hidden
              className="@container absolute inset-y-0 flex items-center justify-center"
              style={{ left: percent(fold.start), width: percent(fold.end - fold.start) }}
            >
              <span className="hidden text-ink-3 @min-[76px]:block">folded</span>
            </span>
          ))}
        </div>
        <div role="columnheader" className="pr-4 text-right">
          took
        </div>
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
