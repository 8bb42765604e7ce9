import type { Station } from "./pipeline";
import { railTickets } from "./rail-tickets";

/** One station of a small rail as it is drawn in the width there is. */
export interface RailStop {
  kind: "stop";
  station: Station;
  ticket: string | null;
  /** Label of the execution inside; null where there is no room or none. */
  train: string | null;
  /** The first that waits in front of the station, or only how many do. */
  queue: { label: string; more: number } | null;
}

/** Stations at rest that found no room each. */
export interface RailFold {
  kind: "fold";
  stages: string[];
}

const ICON = 14;
const GAP = 4;
const LETTER = 6.6;
const FOLD = 20;
/** Least length of a piece of track: comfortable, and when things must give way. */
const TRACK = { roomy: 14, tight: 7 } as const;

const ticketWidth = (label: string) => GAP + label.length * LETTER + 8;
const trainWidth = (label: string) => label.length * LETTER + 14;

/** What gives way, in this order, when a line is too long for its width. */
type Detail = 0 | 1 | 2 | 3 | 4;

/**
 * Chooses what a small rail of `width` CSS pixels prints: everything; then without the tickets in the middle; then a
 * queue as its length; then whatever waits as a number; then no labels on trains in the middle; at last runs of resting stations folded to a number.
 * `slim` starts without tickets in the middle and with queues as lengths. The last station keeps its ticket.
 */
export function fitRail(
  stations: readonly Station[],
  width: number,
  slim = false,
): Array<RailStop | RailFold> {
  const details: Detail[] = slim ? [2, 3, 4] : [0, 1, 2, 3, 4];
  for (const detail of details) {
    const stops = print(stations, detail);
    if (railWidth(stops, detail < 2 ? TRACK.roomy : TRACK.tight) <= width) return stops;
  }
  return fold(print(stations, 4), width);
}

function print(stations: readonly Station[], detail: Detail): RailStop[] {
  const tickets = railTickets(stations);
  return stations.map((station, index) => {
    const last = index === stations.length - 1;
    return {
      kind: "stop",
      station,
      ticket: detail === 0 || last ? (tickets[index] ?? null) : null,
      train: station.train !== undefined && (detail < 4 || last) ? station.train.label : null,
      queue: queueOf(station, detail),
    };
  });
}

function queueOf({ waiting }: Station, detail: Detail): RailStop["queue"] {
  const [next] = waiting;
  if (next === undefined) return null;
  if (detail >= 3 || (detail === 2 && waiting.length > 1)) return { label: String(waiting.length), more: 0 };
  return { label: next.label, more: waiting.length - 1 };
}

/** Least width in CSS pixels, the last ticket's place always kept free. */
function railWidth(stops: ReadonlyArray<RailStop | RailFold>, trackLength: number): number {
  return stops.reduce((sum, stop, index) => {
    const track = index === 0 ? 0 : trackLength;
    return sum + track + (stop.kind === "fold" ? FOLD : stopWidth(stop, index === stops.length - 1));
  }, 0);
}

function stopWidth({ station, ticket, train, queue }: RailStop, last: boolean): number {
  const queueLabel = queue === null ? "" : queue.more > 0 ? `${queue.label} +${queue.more}` : queue.label;
  const before = (queue === null ? 0 : trainWidth(queueLabel)) + (station.gateClosed ? 9 + 2 + GAP : 0);
  const after = Math.max(
    train === null ? 0 : GAP + trainWidth(train),
    ticket === null ? 0 : ticketWidth(ticket),
    last ? ticketWidth("0000000") : 0,
  );
  return before + ICON + after;
}

function rests({ station }: RailStop): boolean {
  return (
    station.train === undefined &&
    station.waiting.length === 0 &&
    !station.gateClosed &&
    (station.standing === "Succeeded" || station.standing === "NotYetRun" || station.standing === "Skipped")
  );
}

/** Folds runs of resting stations, longest first, until the rest fits. The two ends always stay. */
function fold(stops: RailStop[], width: number): Array<RailStop | RailFold> {
  let result: Array<RailStop | RailFold> = stops;
  while (railWidth(result, TRACK.tight) > width) {
    const run = longestRun(result);
    if (run === null) return result;
    const stages = result
      .slice(run.from, run.to)
      .flatMap((stop) => (stop.kind === "stop" ? [stop.station.stage] : stop.stages));
    result = [...result.slice(0, run.from), { kind: "fold", stages }, ...result.slice(run.to)];
  }
  return result;
}

function longestRun(stops: ReadonlyArray<RailStop | RailFold>): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let from = 1;
  for (let index = 1; index < stops.length; index += 1) {
    const stop = stops[index];
    const inside = index < stops.length - 1 && stop !== undefined && stop.kind === "stop" && rests(stop);
    if (inside) continue;
    if (index - from >= 2 && (best === null || index - from > best.to - best.from))
      best = { from, to: index };
    from = index + 1;
  }
  return best;
}
