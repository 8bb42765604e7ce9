import type { HeldOrder } from "./held-order";
import type { PipelineRow } from "./pipeline";
import type { Standing } from "./standing";

/** The rows of a target that have a place in the order, in numbers. */
export interface ShownGroup {
  rows: number;
  byStatus: ReadonlyMap<Standing, number>;
  /** Any pipeline among them. */
  pipeline: string;
}

/** What each target has in the order that is held, by target id; targets without a row are left out. */
export function shownGroups({ of, ranks, gone }: HeldOrder): ReadonlyMap<string, ShownGroup> {
  const groups = new Map<string, ShownGroup & { byStatus: Map<Standing, number> }>();
  const count = ({ target, name, status }: PipelineRow) => {
    let group = groups.get(target);
    if (group === undefined) {
      group = { rows: 0, byStatus: new Map(), pipeline: name };
      groups.set(target, group);
    }
    group.rows += 1;
    if (status !== null) group.byStatus.set(status, (group.byStatus.get(status) ?? 0) + 1);
  };
  for (const [place, row] of of.rows.entries()) if ((ranks[place] ?? -1) >= 0) count(row);
  for (const row of gone.values()) count(row);
  return groups;
}
