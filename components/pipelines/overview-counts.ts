import { useState } from "react";
import type { HeldOrder } from "@/lib/domain/held-order";
import type { RowGroups } from "@/lib/domain/row-groups";
import { type ShownGroup, shownGroups } from "@/lib/domain/shown-groups";

/** What each group has in the order that is held, by its id. Each count takes over what it can of the one before it. */
export function useOverviewCounts(held: HeldOrder, by: RowGroups): ReadonlyMap<string, ShownGroup> {
  const [counted, setCounted] = useState(() => shownGroups(held, by, null));
  let current = counted;
  if (current.held !== held || current.by !== by) {
    current = shownGroups(held, by, current);
    setCounted(current);
  }
  return current.groups;
}
