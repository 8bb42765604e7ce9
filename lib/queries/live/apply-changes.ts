import type { PipelineChange, Versions } from "@/lib/contract/live";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { applyRowDelta } from "@/lib/domain/row-delta";

/** A list of rows that knows up to which change of each target it goes. */
export interface VersionedRows {
  items: PipelineRow[];
  versions: Versions;
}

/** Places by `target/name`. A list whose rows changed but whose pipelines are the same shares it with the list before. */
const indexes = new WeakMap<readonly PipelineRow[], Map<string, number>>();

/**
 * The list after changes, in the order they came; those it knows already are left out. Rows that did not change keep
 * their identity and their place, new ones come last. Null when a change tells of a row that is not there.
 */
export function applyChanges<List extends VersionedRows>(
  list: List,
  changes: readonly PipelineChange[],
): List | null {
  const items = [...list.items];
  const versions = { ...list.versions };
  let index = indexOf(list.items);
  const gone = new Set<number>();
  for (const { target, name, version, row, set, gone: vanished } of changes) {
    if (version <= (versions[target] ?? -1)) continue;
    versions[target] = version;
    const key = `${target}/${name}`;
    const place = index.get(key);
    if (vanished) {
      if (place !== undefined) gone.add(place);
    } else if (row !== undefined) {
      if (place === undefined) index = new Map(index).set(key, items.length);
      items[place ?? items.length] = row;
      if (place !== undefined) gone.delete(place);
    } else if (set !== undefined) {
      const before = place === undefined || gone.has(place) ? undefined : items[place];
      if (place === undefined || before === undefined) return null;
      items[place] = applyRowDelta(before, set);
    }
  }
  if (gone.size > 0) return { ...list, items: items.filter((_row, place) => !gone.has(place)), versions };
  indexes.set(items, index);
  return { ...list, items, versions };
}

function indexOf(items: readonly PipelineRow[]): Map<string, number> {
  const known = indexes.get(items);
  if (known !== undefined) return known;
  const index = new Map(items.map(({ target, name }, place) => [`${target}/${name}`, place]));
  indexes.set(items, index);
  return index;
}
