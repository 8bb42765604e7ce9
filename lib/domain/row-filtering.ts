import { matchesFilter } from "./filter-matching";
import type { PipelineFilter } from "./pipeline-filter";
import { NO_TAGS, type TagBook } from "./pipeline-tags";
import type { RowGroups } from "./row-groups";
import { changedPlaces, type RowIndex } from "./row-index";

/** Which rows of a list pass a filter. */
export interface RowFiltering {
  index: RowIndex;
  filter: PipelineFilter;
  tags: TagBook;
  /** By place, whether the row passes; null when all do. */
  passes: readonly boolean[] | null;
}

/** Filters a list. Of the answer before, about the same pipelines, tags and filter, only changed rows are asked again. */
export function filterRows(
  index: RowIndex,
  filter: PipelineFilter,
  before: RowFiltering | null,
  tags: TagBook = NO_TAGS,
): RowFiltering {
  if (filter.terms.length === 0) return { index, filter, tags, passes: null };
  const same = before?.filter === filter && before.tags === tags && before.index.keys === index.keys;
  if (!same || before.passes === null)
    return { index, filter, tags, passes: index.rows.map((row) => matchesFilter(row, filter, tags)) };
  const changed = changedPlaces(before.index.rows, index.rows) ?? [];
  if (changed.length === 0) return { ...before, index };
  const passes = [...before.passes];
  for (const place of changed) {
    const row = index.rows[place];
    if (row !== undefined) passes[place] = matchesFilter(row, filter, tags);
  }
  return { index, filter, tags, passes };
}

/** Places of the rows that pass, worst first, group by group when grouped. */
export function wantedPlaces({ index, passes }: RowFiltering, groups: RowGroups | null): readonly number[] {
  const places = passes === null ? index.order : index.order.filter((place) => passes[place] === true);
  return groups === null ? places : byGroup(places, groups.ids.length, groupNumbers(index, groups));
}

/** Of lists, what the groups of their rows were when last asked. The same pipelines are in the same groups. */
const numbered = new WeakMap<RowIndex["keys"], { groups: RowGroups; numbers: readonly number[] }>();

/** By place, the number of the row's group; that of no group is one more than the last. */
function groupNumbers({ keys, rows }: RowIndex, groups: RowGroups): readonly number[] {
  const known = numbered.get(keys);
  if (known?.groups === groups) return known.numbers;
  const numberOf = new Map(groups.ids.map((id, number) => [id, number]));
  const numbers = rows.map((row) => numberOf.get(groups.idOf(row)) ?? groups.ids.length);
  numbered.set(keys, { groups, numbers });
  return numbers;
}

function byGroup(places: readonly number[], count: number, numbers: readonly number[]): number[] {
  const groups = Array.from({ length: count + 1 }, (): number[] => []);
  for (const place of places) groups[numbers[place] ?? count]?.push(place);
  return groups.flat();
}
