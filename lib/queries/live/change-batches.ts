/** After the frame that draws a turn, so that a page of which much changes has time for whoever uses it. */
const PAUSE_MS = 30;
/** The same once so many turns followed one another: a page that always changes would be at nothing else. */
const BUSY_PAUSE_MS = 100;
const BUSY_AFTER = 3;
/** What a turn deals with: few things, because each may have something drawn anew, or a part of what waits, when that is more. */
const LEAST = 2;
const PART = 1 / 4;

/** Things that come one by one and are dealt with together: the first at once, then some with every few frames. */
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
  let frame: number | undefined;
  let stopped = false;
  let inARow = 0;
  const take = (most: number) => {
    const things = waiting.slice(0, most);
    waiting = waiting.slice(most);
    if (things.length > 0) deal(things);
  };
  const turn = () => {
    timer = undefined;
    if (waiting.length === 0) {
      inARow = 0;
      return;
    }
    inARow += 1;
    // Where frames are slow, what two turns change would be drawn by one that is slower still.
    frame = requestAnimationFrame(() => {
      frame = undefined;
      timer = setTimeout(turn, inARow > BUSY_AFTER ? BUSY_PAUSE_MS : PAUSE_MS);
    });
    take(Math.max(LEAST, Math.ceil(waiting.length * PART)));
  };
  return {
    add: (thing) => {
      if (stopped) return;
      waiting.push(thing);
      // What came in the same piece of the stream belongs together.
      if (frame === undefined) timer ??= setTimeout(turn, 0);
    },
    flush: () => take(waiting.length),
    stop: () => {
      stopped = true;
      waiting = [];
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
