/** Rows that are in the document: from the first to before `to`. */
export interface RowWindow {
  from: number;
  to: number;
}

/** CSS pixels from the top of a list to the top of its row at an index; for the number of rows, to the list's end. */
export type TopOf = (index: number) => number;

export interface RowsInSight {
  /** CSS pixels from the top of the list to the top of what can be seen; negative while the list begins below it. */
  offsetPx: number;
  /** CSS pixels of what can be seen. */
  heightPx: number;
  topOf: TopOf;
  count: number;
}

/** Rows that come into the document at once: so few that even a throw to the other end never blocks a frame. */
const MOST_AT_ONCE = 10;

/** The rows that can be seen, wholly or in part. */
export function rowsInSight({ offsetPx, heightPx, topOf, count }: RowsInSight): RowWindow {
  const from = firstRow(count, (index) => topOf(index + 1) > offsetPx);
  const to = firstRow(count, (index) => topOf(index) >= offsetPx + heightPx);
  return { from, to: Math.max(from, to) };
}

/** The first of `count` rows that `is` holds for, as it does for all after it; `count` when it holds for none. */
export function firstRow(count: number, is: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The next step from the rows shown to those in sight and `around` more above and below: a few more at a time, those in
 * sight first. Answers `shown` itself when nothing is left to do.
 */
export function nextWindow(shown: RowWindow, inSight: RowWindow, count: number, around: number): RowWindow {
  const wanted = { from: within(inSight.from - around, count), to: within(inSight.to + around, count) };
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

/** As much of a window as a list of `count` rows has, at its end when it has become shorter than where that stood. */
export function windowWithin({ from, to }: RowWindow, count: number): RowWindow {
  return { from: Math.max(0, Math.min(from, count - (to - from))), to: Math.min(to, count) };
}

/** What is shown first of a list in another order or about something else: few rows where the window stands, the others follow. */
export function windowAnew({ from, to }: RowWindow, around: number): RowWindow {
  const first = from === 0 ? 0 : Math.min(to, from + around);
  return { from: first, to: Math.min(to, first + MOST_AT_ONCE) };
}

/** What is shown first of a list about something else, whole where the window stands: rows in sight, of those shown and `around` more. */
export function windowInSight({ from, to }: RowWindow, around: number): RowWindow {
  const first = from === 0 ? 0 : Math.min(to, from + around);
  return { from: first, to: Math.max(first + MOST_AT_ONCE, to - around) };
}

function within(index: number, count: number): number {
  return Math.min(count, Math.max(0, index));
}
