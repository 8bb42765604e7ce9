import { type HeldOrder, shownRow } from "./held-order";
import { changedPlaces } from "./row-index";
import type { Standing } from "./standing";

/** The rows of a target that have a place in the order, in numbers. */
export interface ShownGroup {
  rows: number;
  byStatus: ReadonlyMap<Standing, number>;
  /** Any pipeline among them. */
  pipeline: string;
}

/** What each target has in an order, by target id; targets without a row are left out. */
export interface ShownGroups {
  held: HeldOrder;
  groups: ReadonlyMap<string, ShownGroup>;
}

type Counted = Map<string, ShownGroup & { byStatus: Map<Standing, number> }>;

/** Counts an order that is held. From the count before takes over what still holds: of the same rows, only those that changed are counted anew. */
export function shownGroups(held: HeldOrder, before: ShownGroups | null): ShownGroups {
  if (before === null || before.held.keys !== held.keys || before.held.of.keys !== held.of.keys)
    return { held, groups: countAll(held) };
  const rows = [before.held.of.rows, held.of.rows] as const;
  const moved = (changedPlaces(...rows) ?? []).filter(
    (place) => (held.ranks[place] ?? -1) >= 0 && rows[0][place]?.status !== rows[1][place]?.status,
  );
  if (moved.length === 0) return { held, groups: before.groups };
  const groups: Counted = new Map();
  for (const [target, group] of before.groups)
    groups.set(target, { ...group, byStatus: new Map(group.byStatus) });
  for (const place of moved) {
    const byStatus = groups.get(rows[1][place]?.target ?? "")?.byStatus;
    if (byStatus === undefined) continue;
    add(byStatus, rows[0][place]?.status, -1);
    add(byStatus, rows[1][place]?.status, 1);
  }
  return { held, groups };
}

function countAll(held: HeldOrder): Counted {
  const groups: Counted = new Map();
  const here = held.keys.filter((key) => !held.gone.has(key));
  for (const row of [...here.flatMap((key) => shownRow(held, key) ?? []), ...held.gone.values()]) {
    let group = groups.get(row.target);
    if (group === undefined) {
      group = { rows: 0, byStatus: new Map(), pipeline: row.name };
      groups.set(row.target, group);
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
