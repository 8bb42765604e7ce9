import clsx from "clsx";
import { MiniRailParallel } from "@/components/pipelines/mini-rail-parallel";
import { MiniRailStop } from "@/components/pipelines/mini-rail-stop";
import { railWords } from "@/components/pipelines/mini-rail-words";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { fitRail, type RailStop } from "@/lib/domain/rail-fit";

/** CSS pixels: a letter of a train's label, what is beside the label, and a barrier with its gaps. */
const LETTER_PX = 6.6;
const TRAIN_PX = 14;
const GATE_PX = 15;

export interface InboxRailProps {
  row: PipelineRow;
  /** CSS pixels there are. */
  width: number;
  drained: boolean;
}

/** The line of a pipeline with the names of its stages under them; one gives way where its piece of line is short. */
export function InboxRail({ row, width, drained }: InboxRailProps) {
  if (row.stations.length === 0) return null;
  if (row.executionMode === "PARALLEL")
    return <MiniRailParallel stations={row.stations} slim={false} drained={drained} />;
  const stops = fitRail(row.stations, width, true);
  return (
    <span role="img" aria-label={railWords(row.stations)} className="flex h-9 min-w-0 items-start">
      {stops.map((stop, index) => {
        const last = index === stops.length - 1;
        const key = stop.kind === "fold" ? `fold ${stop.stages[0]}` : stop.station.stage;
        return (
          <span key={key} className={clsx("relative flex h-5 shrink-0 items-center", !last && "grow")}>
            {stop.kind === "fold" ? (
              <span
                title={`${stop.stages.length} stages at rest: ${stop.stages.join(", ")}`}
                className="num shrink-0 px-1 text-label text-ink-3"
              >
                {stop.stages.length}
              </span>
            ) : (
              <MiniRailStop stop={stop} last={last} slim={false} drained={drained} />
            )}
            {!last && <span className={clsx("h-0.5 min-w-[3px] flex-1 bg-rail", isBare(stop) && "ml-0.5")} />}
            {stop.kind === "stop" && (
              // A name that has no room breaks into the line below, which is cut off: names are never shortened.
              <span
                className="absolute top-5 right-1 h-4 overflow-hidden text-label text-ink-3"
                style={{ left: namePlace(stop) }}
              >
                <span className="inline-block h-4 w-0 align-top" />
                <span className="inline-block align-top leading-4 whitespace-nowrap">
                  {stop.station.stage}
                </span>
              </span>
            )}
          </span>
        );
      })}
    </span>
  );
}

function isBare(stop: ReturnType<typeof fitRail>[number]): boolean {
  return stop.kind === "stop" && stop.ticket === null && stop.train === null;
}

/** A name stands under its icon, past what waits in front of it. */
function namePlace({ queue, station }: RailStop): number {
  const label = queue === null ? "" : queue.more > 0 ? `${queue.label} +${queue.more}` : queue.label;
  return (queue === null ? 0 : label.length * LETTER_PX + TRAIN_PX) + (station.gateClosed ? GATE_PX : 0);
}
