import clsx from "clsx";
import { Fragment } from "react";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { fitRail } from "@/lib/domain/rail-fit";
import { MiniRailParallel } from "./mini-rail-parallel";
import { MiniRailStop } from "./mini-rail-stop";
import { railWords } from "./mini-rail-words";

export interface MiniRailProps {
  row: PipelineRow;
  /** CSS pixels there are; what does not fit gives way. */
  width: number;
  /** Narrow places: only moving trains and the last ticket. */
  slim?: boolean;
  drained?: boolean;
}

/** The line of a pipeline in one row of 20 px: stations, the revisions at rest and those on their way. */
export function MiniRail({ row, width, slim = false, drained = false }: MiniRailProps) {
  if (row.stations.length === 0) return null;
  if (row.executionMode === "PARALLEL")
    return <MiniRailParallel stations={row.stations} slim={slim} drained={drained} />;
  const stops = fitRail(row.stations, width, slim);
  return (
    <span role="img" aria-label={railWords(row.stations)} className="flex h-5 min-w-0 items-center">
      {stops.map((stop, index) => {
        const last = index === stops.length - 1;
        const key = stop.kind === "fold" ? `fold ${stop.stages[0]}` : stop.station.stage;
        return (
          <Fragment key={key}>
            {index > 0 && (
              <span className={clsx("h-0.5 min-w-[3px] flex-1 bg-rail", beforeGap(stops[index - 1]))} />
            )}
            {stop.kind === "fold" ? (
              <span
                title={`${stop.stages.length} stages at rest: ${stop.stages.join(", ")}`}
                className="num shrink-0 px-1 text-label text-ink-3"
              >
                {stop.stages.length}
              </span>
            ) : (
              <MiniRailStop stop={stop} last={last} slim={slim} drained={drained} />
            )}
          </Fragment>
        );
      })}
    </span>
  );
}

/** The track touches tickets and trains, and keeps 2 px from a bare icon. */
function beforeGap(previous: ReturnType<typeof fitRail>[number] | undefined): string {
  const boxed = previous?.kind === "stop" && (previous.ticket !== null || previous.train !== null);
  return boxed ? "" : "ml-0.5";
}
