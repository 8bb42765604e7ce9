import { useState } from "react";
import type { HeldOrder } from "@/lib/domain/held-order";
import { type ShownGroup, shownGroups } from "@/lib/domain/shown-groups";

/** What each target has in the order that is held, by target id. Each count takes over what it can of the one before it. */
export function useOverviewCounts(held: HeldOrder): ReadonlyMap<string, ShownGroup> {
  const [counted, setCounted] = useState(() => shownGroups(held, null));
  let current = counted;
  if (current.held !== held) {
    current = shownGroups(held, current);
    setCounted(current);
  }
  return current.groups;
}
