import type { PipelineRow } from "./pipeline";
import type { RowIndex } from "./row-index";

/** The order on the screen, which rows keep whatever becomes of them. */
export interface HeldOrder {
  /** `rowKey` of each row, from top to bottom. */
  keys: readonly string[];
  /** What those no longer listed were when last seen; they keep their place until a new order is asked for. */
  gone: ReadonlyMap<string, PipelineRow>;
  /** Rows a new order would bring in, move or take away. */
  pending: number;
  /** By place in the list: which of the shown rows it is, -1 when it is not shown. Of the list with these keys. */
  ranks: readonly number[];
  of: RowIndex;
}

/** The order that is wanted becomes the one on the screen. `wanted` are places of the list. */
export function takeOrder(index: RowIndex, wanted: readonly number[]): HeldOrder {
  const keys = wanted.map((place) => index.keys[place] ?? "");
  return { keys, gone: new Map(), pending: 0, ranks: ranksOf(keys, index), of: index };
}

/** Carries an order on to new data: rows keep their place, new ones wait. */
export function holdOrder(held: HeldOrder, index: RowIndex, wanted: readonly number[]): HeldOrder {
  const same = held.of.keys === index.keys;
  const ranks = same ? held.ranks : ranksOf(held.keys, index);
  const gone = same ? held.gone : goneFrom(held, index);
  return { keys: held.keys, gone, pending: pendingMoves(held.keys.length, wanted, ranks), ranks, of: index };
}

/** The row behind a key, as it is now or was when last seen. */
export function shownRow({ of, gone }: HeldOrder, key: string): PipelineRow | undefined {
  const place = of.placeOf.get(key);
  return place === undefined ? gone.get(key) : of.rows[place];
}

/** Every row that has a place in the order. */
export function shownRows(held: HeldOrder): PipelineRow[] {
  return held.keys.flatMap((key) => shownRow(held, key) ?? []);
}

function ranksOf(keys: readonly string[], { placeOf, rows }: RowIndex): number[] {
  const ranks = rows.map(() => -1);
  for (const [rank, key] of keys.entries()) {
    const place = placeOf.get(key);
    if (place !== undefined) ranks[place] = rank;
  }
  return ranks;
}

function goneFrom(held: HeldOrder, index: RowIndex): ReadonlyMap<string, PipelineRow> {
  const gone = new Map<string, PipelineRow>();
  for (const key of held.keys) {
    if (index.placeOf.has(key)) continue;
    const row = shownRow(held, key);
    if (row !== undefined) gone.set(key, row);
  }
  return gone;
}

/** The least number of rows that a new order must bring in, take away or move. */
function pendingMoves(shown: number, wanted: readonly number[], ranks: readonly number[]): number {
  const stays: number[] = [];
  for (const place of wanted) {
    const rank = ranks[place];
    if (rank !== undefined && rank >= 0) stays.push(rank);
  }
  const broughtIn = wanted.length - stays.length;
  const takenAway = shown - stays.length;
  return broughtIn + takenAway + stays.length - longestRise(stays);
}

/** Length of the longest strictly rising subsequence. */
function longestRise(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    // Nearly all of a list that changed a little rises by itself.
    if (tails.length === 0 || value > (tails.at(-1) ?? 0)) {
      tails.push(value);
      continue;
    }
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}
