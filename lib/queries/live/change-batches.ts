/** After the frame that draws a turn, so that a page of which much changes has time for whoever uses it. */
const PAUSE_MS = 30;
/** The same once so many turns followed one another: a page that always changes would be at nothing else. */
const BUSY_PAUSE_MS = 50;
const BUSY_AFTER = 3;
/** What a turn deals with: few things, because each may have something drawn anew, or a part of what waits, when that is more. */
const LEAST = 2;
const PART = 1 / 4;
/** After a press nothing is dealt with for so long: whoever types sees what they type first. */
const PRESS_MS = 400;
/** However much is pressed, what has come waits no longer than this. */
const PATIENCE_MS = 2000;
const PRESSES = ["keydown", "pointerdown"] as const;

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
  let frame = 0;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let inARow = 0;
  const stopped = new AbortController();
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
    if (calm === undefined) goOn();
    else patience ??= setTimeout(goOn, PATIENCE_MS);
  };
  const goOn = () => {
    clearTimeout(patience);
    patience = undefined;
    inARow += 1;
    try {
      take(Math.max(LEAST, Math.ceil(waiting.length * PART)));
    } finally {
      // Where frames are slow, what two turns change would be drawn by one that is slower still. A frame that is asked for
      // before the change is in the document begins before the document is laid out, and has that to do as well.
      timer = setTimeout(() => {
        frame = requestAnimationFrame(() => {
          timer = setTimeout(turn, inARow > BUSY_AFTER ? BUSY_PAUSE_MS : PAUSE_MS);
        });
      }, 0);
    }
  };
  const press = () => {
    clearTimeout(calm);
    calm = setTimeout(() => {
      calm = undefined;
      if (patience !== undefined) goOn();
    }, PRESS_MS);
  };
  for (const name of PRESSES)
    addEventListener(name, press, { signal: stopped.signal, passive: true, capture: true });
  return {
    add: (thing) => {
      if (stopped.signal.aborted) return;
      waiting.push(thing);
      // What came in the same piece of the stream belongs together.
      if (patience === undefined) timer ??= setTimeout(turn, 0);
    },
    flush: () => take(waiting.length),
    stop: () => {
      stopped.abort();
      waiting = [];
      for (const each of [timer, calm, patience]) clearTimeout(each);
      cancelAnimationFrame(frame);
    },
  };
}
