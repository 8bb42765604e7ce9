import type { PipelineRow } from "./pipeline";
import { compareRows } from "./row-order";
import { rowPlaces } from "./row-places";

/** Above this part of all rows, ordering anew costs less than moving each. */
const MANY = 0.1;

/** The rows of a list with what finding and ordering them takes. `places` are indexes of `rows`. */
export interface RowIndex {
  rows: readonly PipelineRow[];
  /** `rowKey` of each row. */
  keys: readonly string[];
  placeOf: ReadonlyMap<string, number>;
  /** Places of all rows, worst first. */
  order: readonly number[];
}

/**
 * Makes the index of a list. From the one before it takes over what still holds, so that a change costs what it
 * changes and not what there is: 10,000 rows may change fifty times a second.
 */
export function indexRows(rows: readonly PipelineRow[], before: RowIndex | null): RowIndex {
  const changed = before === null ? null : changedPlaces(before.rows, rows);
  if (before === null || changed === null) return newIndex(rows);
  if (changed.length === 0) return { ...before, rows };
  const moved = changed.filter((place) => movesAway(before.rows[place], rows[place]));
  return { ...before, rows, order: moved.length === 0 ? before.order : reorder(rows, before, moved) };
}

/** Places where the row is another object than before; null when the lists do not hold the same pipelines. */
export function changedPlaces(
  before: readonly PipelineRow[],
  after: readonly PipelineRow[],
): number[] | null {
  if (before.length !== after.length) return null;
  const places: number[] = [];
  for (let place = 0; place < after.length; place += 1) {
    const [old, row] = [before[place], after[place]];
    if (old === row || old === undefined || row === undefined) continue;
    if (old.name !== row.name || old.target !== row.target) return null;
    places.push(place);
  }
  return places;
}

function newIndex(rows: readonly PipelineRow[]): RowIndex {
  const { keys, placeOf } = rowPlaces(rows);
  return { rows, keys, placeOf, order: inOrder(rows) };
}

function inOrder(rows: readonly PipelineRow[]): number[] {
  const compare = comparePlaces(rows);
  return rows.map((_row, place) => place).sort(compare);
}

function reorder(
  rows: readonly PipelineRow[],
  { order, rows: rowsBefore }: RowIndex,
  moved: readonly number[],
): readonly number[] {
  if (moved.length > rows.length * MANY) return inOrder(rows);
  const compareBefore = comparePlaces(rowsBefore);
  const left = moved.map((place) => firstAfter(order, place, compareBefore) - 1).sort((a, b) => b - a);
  const next = [...order];
  for (const at of left) next.splice(at, 1);
  const compare = comparePlaces(rows);
  for (const place of moved) next.splice(firstAfter(next, place, compare), 0, place);
  return next;
}

function firstAfter(
  order: readonly number[],
  place: number,
  compare: (a: number, b: number) => number,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(order[middle] ?? 0, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function comparePlaces(rows: readonly PipelineRow[]): (a: number, b: number) => number {
  return (a, b) => {
    const [one, other] = [rows[a], rows[b]];
    return one === undefined || other === undefined ? a - b : compareRows(one, other) || a - b;
  };
}

function movesAway(before: PipelineRow | undefined, after: PipelineRow | undefined): boolean {
  return before !== undefined && after !== undefined && compareRows(before, after) !== 0;
}
