import type { PipelineChange, Versions } from "@/lib/contract/live";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { applyRowDelta } from "@/lib/domain/row-delta";
import { rowKey, rowPlaces, samePlaces } from "@/lib/domain/row-places";

/** A list of rows that knows up to which change of each target it goes. */
export interface VersionedRows {
  items: PipelineRow[];
  versions: Versions;
}

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
  let { placeOf } = rowPlaces(list.items);
  const gone = new Set<number>();
  for (const { target, name, version, row, set, gone: vanished } of changes) {
    if (version <= (versions[target] ?? -1)) continue;
    versions[target] = version;
    const key = rowKey({ target, name });
    const place = placeOf.get(key);
    if (vanished) {
      if (place !== undefined) gone.add(place);
    } else if (row !== undefined) {
      if (place === undefined) placeOf = new Map(placeOf).set(key, items.length);
      items[place ?? items.length] = row;
      if (place !== undefined) gone.delete(place);
    } else if (set !== undefined) {
      const before = place === undefined || gone.has(place) ? undefined : items[place];
      if (place === undefined || before === undefined) return null;
      items[place] = applyRowDelta(before, set);
    }
  }
  if (gone.size > 0) return { ...list, items: items.filter((_row, place) => !gone.has(place)), versions };
  if (items.length === list.items.length) samePlaces(list.items, items);
  return { ...list, items, versions };
}
