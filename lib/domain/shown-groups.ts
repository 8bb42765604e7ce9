import { type HeldOrder, shownRow } from "./held-order";
import type { RowGroups } from "./row-groups";
import { changedPlaces } from "./row-index";
import type { Standing } from "./standing";

/** The rows of a group that have a place in the order, in numbers. */
export interface ShownGroup {
  rows: number;
  byStatus: ReadonlyMap<Standing, number>;
}

/** What each group has in an order, by its id; groups without a row are left out. */
export interface ShownGroups {
  held: HeldOrder;
  by: RowGroups;
  groups: ReadonlyMap<string, ShownGroup>;
}

type Counted = Map<string, ShownGroup & { byStatus: Map<Standing, number> }>;

/** Counts an order that is held. From the count before takes over what still holds: of the same rows, only those that changed are counted anew. */
export function shownGroups(held: HeldOrder, by: RowGroups, before: ShownGroups | null): ShownGroups {
  const same = before?.by === by && before.held.keys === held.keys && before.held.of.keys === held.of.keys;
  if (!same) return { held, by, groups: countAll(held, by) };
  const rows = [before.held.of.rows, held.of.rows] as const;
  const moved = (changedPlaces(...rows) ?? []).filter(
    (place) => (held.ranks[place] ?? -1) >= 0 && rows[0][place]?.status !== rows[1][place]?.status,
  );
  if (moved.length === 0) return { held, by, groups: before.groups };
  const groups: Counted = new Map();
  for (const [id, group] of before.groups) groups.set(id, { ...group, byStatus: new Map(group.byStatus) });
  for (const place of moved) {
    const row = rows[1][place];
    const byStatus = row && groups.get(by.idOf(row))?.byStatus;
    if (byStatus === undefined) continue;
    add(byStatus, rows[0][place]?.status, -1);
    add(byStatus, row?.status, 1);
  }
  return { held, by, groups };
}

function countAll(held: HeldOrder, by: RowGroups): Counted {
  const groups: Counted = new Map();
  const here = held.keys.filter((key) => !held.gone.has(key));
  for (const row of [...here.flatMap((key) => shownRow(held, key) ?? []), ...held.gone.values()]) {
    const id = by.idOf(row);
    let group = groups.get(id);
    if (group === undefined) {
      group = { rows: 0, byStatus: new Map() };
      groups.set(id, group);
    }
    group.rows += 1;
    add(group.byStatus, row.status, 1);
  }
  return groups;
}

/** Rows that were never read stand nowhere. */
function add(byStatus: Map<Standing, number>, status: Standing | null | undefined, by: 1 | -1): void {
  if (status === null || status === undefined) return;
  const count = (byStatus.get(status) ?? 0) + by;
  if (count === 0) byStatus.delete(status);
  else byStatus.set(status, count);
}
