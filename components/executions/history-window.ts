/** Rows that are in the document: from the first to before `to`. */
export interface RowWindow {
  from: number;
  to: number;
}

export interface RowsInSight {
  /** CSS pixels from the top of the list to the top of what can be seen; negative while the list begins below it. */
  offsetPx: number;
  /** CSS pixels of what can be seen. */
  heightPx: number;
  rowPx: number;
  count: number;
}

/** Rows kept above and below those in sight. */
const AROUND = 8;
/** Rows that come into the document at once: so few that even a throw to the other end never blocks a frame. */
const MOST_AT_ONCE = 10;

/** The rows that can be seen, wholly or in part. */
export function rowsInSight({ offsetPx, heightPx, rowPx, count }: RowsInSight): RowWindow {
  const from = within(Math.floor(offsetPx / rowPx), count);
  return { from, to: Math.max(from, within(Math.ceil((offsetPx + heightPx) / rowPx), count)) };
}

/**
 * The next step from the rows shown to those in sight and some around them: a few more at a time, those in sight first.
 * Answers `shown` itself when nothing is left to do.
 */
export function nextWindow(shown: RowWindow, inSight: RowWindow, count: number): RowWindow {
  const wanted = { from: within(inSight.from - AROUND, count), to: within(inSight.to + AROUND, count) };
  const meets = shown.from <= wanted.to && shown.to >= wanted.from;
  let from = meets ? Math.max(shown.from, wanted.from) : inSight.from;
  let to = meets ? Math.min(shown.to, wanted.to) : inSight.from;
  let left = MOST_AT_ONCE;
  for (const goal of [inSight, wanted]) {
    const down = Math.max(0, Math.min(left, goal.to - to));
    to += down;
    left -= down;
    const up = Math.max(0, Math.min(left, from - goal.from));
    from -= up;
    left -= up;
  }
  return from === shown.from && to === shown.to ? shown : { from, to };
}

function within(index: number, count: number): number {
  return Math.min(count, Math.max(0, index));
}
