import { attentionRank } from "./attention";
import type { PipelineRow } from "./pipeline";

/** The same order on every machine: server and browser draw the same first frame. */
const { compare } = new Intl.Collator("en");

/** Identity of a row over time. Target ids hold no slash. */
export function rowKey(row: Pick<PipelineRow, "target" | "name">): string {
  return `${row.target}/${row.name}`;
}

/** Worst first, then the latest change, then by name. */
export function compareRows(a: PipelineRow, b: PipelineRow): number {
  return (
    attentionRank(a.status) - attentionRank(b.status) ||
    compare(b.changedAt ?? "", a.changedAt ?? "") ||
    compare(a.name, b.name) ||
    compare(a.target, b.target)
  );
}

/** The least number of rows that a new order must bring in, take away or move. */
export function pendingMoves(shown: readonly string[], wanted: readonly string[]): number {
  const place = new Map(shown.map((key, index) => [key, index]));
  const places = wanted.flatMap((key) => place.get(key) ?? []);
  const broughtIn = wanted.length - places.length;
  const takenAway = shown.length - places.length;
  return broughtIn + takenAway + places.length - longestRise(places);
}

/** Length of the longest strictly rising subsequence. */
function longestRise(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
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

/** Whether people would call it a change; its age, a percentage and when it was read are none. */
export function rowChanged(before: PipelineRow, after: PipelineRow): boolean {
  return (
    before.status !== after.status ||
    before.running !== after.running ||
    before.executionMode !== after.executionMode ||
    (before.stations !== after.stations && lineOf(before) !== lineOf(after))
  );
}

function lineOf({ stations }: PipelineRow): string {
  return JSON.stringify(stations, (key, value: unknown) => (key === "percentComplete" ? undefined : value));
}

/** The order on the screen, and what each of its rows was when last seen. */
export interface HeldOrder {
  keys: readonly string[];
  rows: ReadonlyMap<string, PipelineRow>;
  /** No longer listed; they keep their place until a new order is asked for. */
  gone: ReadonlySet<string>;
  /** Rows a new order would bring in, move or take away. */
  pending: number;
}

/**
 * Carries an order on to new data: rows keep their place whatever has become of them, and new ones wait. Without an
 * order to hold, `wanted` is it.
 */
export function holdOrder(
  held: HeldOrder | null,
  current: ReadonlyMap<string, PipelineRow>,
  wanted: readonly string[],
): HeldOrder {
  const keys = held?.keys ?? wanted;
  const rows = new Map<string, PipelineRow>();
  const gone = new Set<string>();
  for (const key of keys) {
    const row = current.get(key) ?? held?.rows.get(key);
    if (row === undefined) continue;
    rows.set(key, row);
    if (!current.has(key)) gone.add(key);
  }
  return { keys, rows, gone, pending: held === null ? 0 : pendingMoves(keys, wanted) };
}
