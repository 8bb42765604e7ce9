const PAUSE_MS = 100;

/** Things that come one by one and are dealt with together: the first in the next frame, then at most every 100 ms. */
export interface Batches<Thing> {
  add: (thing: Thing) => void;
  /** Deals with what has come at once. */
  flush: () => void;
  /** Forgets what has come, and takes no more. */
  stop: () => void;
}

/** Collects for `deal`, which gets them in the order they came, never none. */
export function inBatches<Thing>(deal: (things: Thing[]) => void): Batches<Thing> {
  let waiting: Thing[] = [];
  let frame: number | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const flush = () => {
    if (waiting.length === 0) return;
    const things = waiting;
    waiting = [];
    deal(things);
  };
  const ask = () => {
    if (stopped || waiting.length === 0 || frame !== undefined || pause !== undefined) return;
    frame = requestAnimationFrame(() => {
      frame = undefined;
      pause = setTimeout(() => {
        pause = undefined;
        ask();
      }, PAUSE_MS);
      flush();
    });
  };
  return {
    add: (thing) => {
      if (stopped) return;
      waiting.push(thing);
      ask();
    },
    flush,
    stop: () => {
      stopped = true;
      waiting = [];
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(pause);
    },
  };
}
