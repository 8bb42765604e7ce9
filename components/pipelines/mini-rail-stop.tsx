import clsx from "clsx";
import { memo } from "react";
import { Signal } from "@/components/ui/signal";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import type { RailStop } from "@/lib/domain/rail-fit";

const USUAL_LABEL = 7;

export interface MiniRailStopProps {
  stop: RailStop;
  last: boolean;
  slim: boolean;
  drained: boolean;
}

/** What is printed of a stop is made anew with each change of its line; a station that did not change is the same object. */
function showsSame(before: MiniRailStopProps, after: MiniRailStopProps): boolean {
  const [a, b] = [before.stop, after.stop];
  return (
    a.station === b.station &&
    a.ticket === b.ticket &&
    a.train === b.train &&
    a.queue?.label === b.queue?.label &&
    a.queue?.more === b.queue?.more &&
    before.last === after.last &&
    before.slim === after.slim &&
    before.drained === after.drained
  );
}

/** One station of the small rail, with what waits in front of it and what is in it. */
export const MiniRailStop = memo(function MiniRailStop({ stop, last, slim, drained }: MiniRailStopProps) {
  const { station, ticket, train, queue } = stop;
  const words = statusWord(station.standing, { percent: station.percentComplete, drained });
  const inFront = station.waiting.map(({ label }) => label).join(", ");
  const named = `${station.stage}: ${words}`;
  const apart = queue === null && !station.gateClosed && "ml-0.5";
  const icon = (
    <StatusIcon standing={station.standing} percent={station.percentComplete} drained={drained} decorative />
  );
  return (
    <>
      {queue !== null && (
        <Train
          label={queue.label}
          more={queue.more}
          kind="track"
          drained={drained}
          title={`In front of ${station.stage}: ${inFront}`}
        />
      )}
      {station.gateClosed && (
        <span className="mr-1 ml-0.5">
          <Signal closed drained={drained} />
        </span>
      )}
      {ticket === null && train === null && !last ? (
        <span title={named} className={clsx("shrink-0", apart)}>
          {icon}
        </span>
      ) : (
        <span
          className={clsx(
            "flex shrink-0 items-center gap-1",
            last && placeOfLast(train ?? ticket, slim),
            apart,
          )}
        >
          <span title={named}>{icon}</span>
          {train !== null && station.train !== undefined && (
            <Train
              label={train}
              kind={station.train.kind}
              drained={drained}
              title={`${train} in ${station.stage}`}
            />
          )}
          {ticket !== null && (
            <Ticket label={ticket} drained={drained} title={`${ticket}, at rest in ${station.stage}`} />
          )}
        </span>
      )}
    </>
  );
}, showsSame);

/**
 * The last station stands on the same x in every row, with room for a train in it; only longer labels push it. Slim,
 * a train pushes it too.
 */
function placeOfLast(label: string | null, slim: boolean): string {
  if ((label ?? "").length > USUAL_LABEL) return "min-w-[79px]";
  return slim ? "min-w-[72px]" : "w-[79px]";
}
