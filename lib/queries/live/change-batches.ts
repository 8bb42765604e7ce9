/** Between two turns, so that a page of which much changes has time for whoever uses it. */
const PAUSE_MS = 40;
/** What a turn deals with: few things, because each may have something drawn anew, or a part of what waits, when that is more. */
const LEAST = 3;
const PART = 1 / 4;

/** Things that come one by one and are dealt with together: the first at once, then some every 40 ms. */
export interface Batches<Thing> {
  add: (thing: Thing) => void;
  /** Deals with all that has come, now. */
  flush: () => void;
  /** Forgets what has come, and takes no more. */
  stop: () => void;
}

/** Collects for `deal`, which gets them in the order they came, never none. */
export function inBatches<Thing>(deal: (things: Thing[]) => void): Batches<Thing> {
  let waiting: Thing[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const take = (most: number) => {
    const things = waiting.slice(0, most);
    waiting = waiting.slice(most);
    if (things.length > 0) deal(things);
  };
  const turn = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    timer = setTimeout(turn, PAUSE_MS);
    take(Math.max(LEAST, Math.ceil(waiting.length * PART)));
  };
  return {
    add: (thing) => {
      if (stopped) return;
      waiting.push(thing);
      // What came in the same piece of the stream belongs together.
      timer ??= setTimeout(turn, 0);
    },
    flush: () => take(waiting.length),
    stop: () => {
      stopped = true;
      waiting = [];
      clearTimeout(timer);
    },
  };
}
