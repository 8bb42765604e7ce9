import { replaceEqualDeep } from "@tanstack/react-query";
import type { PipelineList } from "@/lib/contract/pipeline";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { rowKey, rowPlaces } from "@/lib/domain/row-places";

/**
 * The list that came, with those of its parts that say nothing new being the objects of the list before, so that what
 * is drawn of them stays.
 */
export function keepRows(before: PipelineList | undefined, after: PipelineList): PipelineList {
  if (before === undefined) return after;
  const others = replaceEqualDeep({ ...before, items: [] }, { ...after, items: [] });
  return { ...others, items: keptItems(before.items, after.items) };
}

function keptItems(before: PipelineRow[], after: PipelineRow[]): PipelineRow[] {
  const old = (row: PipelineRow, place: number) => {
    const there = before[place];
    if (there !== undefined && there.name === row.name && there.target === row.target) return there;
    return before[rowPlaces(before).placeOf.get(rowKey(row)) ?? -1];
  };
  let same = before.length === after.length;
  const items = after.map((row, place) => {
    const kept = replaceEqualDeep(old(row, place), row);
    same &&= kept === before[place];
    return kept;
  });
  return same ? before : items;
}
