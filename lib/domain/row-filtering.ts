import { matchesFilter, type PipelineFilter } from "./pipeline-filter";
import { changedPlaces, type RowIndex } from "./row-index";

/** Which rows of a list pass a filter. */
export interface RowFiltering {
  index: RowIndex;
  filter: PipelineFilter;
  /** By place, whether the row passes; null when all do. */
  passes: readonly boolean[] | null;
}

/** Filters a list. Of the answer before, about the same pipelines and the same filter, only changed rows are asked again. */
export function filterRows(
  index: RowIndex,
  filter: PipelineFilter,
  before: RowFiltering | null,
): RowFiltering {
  if (filter.tokens.length === 0 && filter.words.length === 0) return { index, filter, passes: null };
  if (before?.passes == null || before.filter !== filter || before.index.keys !== index.keys)
    return { index, filter, passes: index.rows.map((row) => matchesFilter(row, filter)) };
  const changed = changedPlaces(before.index.rows, index.rows) ?? [];
  if (changed.length === 0) return { ...before, index };
  const passes = [...before.passes];
  for (const place of changed) {
    const row = index.rows[place];
    if (row !== undefined) passes[place] = matchesFilter(row, filter);
  }
  return { index, filter, passes };
}

/** Places of the rows that pass, worst first, by target in the order of `targets` when grouped. */
export function wantedPlaces(
  { index, passes }: RowFiltering,
  targets: readonly string[] | null,
): readonly number[] {
  const places = passes === null ? index.order : index.order.filter((place) => passes[place] === true);
  return targets === null ? places : byTarget(index, places, targets);
}

function byTarget(index: RowIndex, places: readonly number[], targets: readonly string[]): number[] {
  const groups = targets.map((): number[] => []);
  const others: number[] = [];
  const groupOf = index.targets.map((target) => groups[targets.indexOf(target)] ?? others);
  for (const place of places) groupOf[index.targetOf[place] ?? -1]?.push(place);
  return groups.concat([others]).flat();
}
