import { useState } from "react";
import type { InboxItem } from "@/lib/contract/inbox";
import type { InboxSection } from "./inbox-sections";

interface Held {
  sections: readonly InboxSection[];
  /** Every item as it was last seen, so that one that is settled keeps its place. */
  seen: ReadonlyMap<string, InboxItem>;
}

export interface HeldSections {
  sections: readonly InboxSection[];
  itemOf: (id: string) => InboxItem | undefined;
  /** How many came or were settled meanwhile. */
  changed: number;
  show: () => void;
}

/**
 * Keeps the list where it is while `holds`: each item stays live in its place, one that is settled keeps it, new ones
 * wait until they are asked for or nothing holds the list any more.
 */
export function useHeldSections(
  items: readonly InboxItem[],
  sections: readonly InboxSection[],
  holds: boolean,
): HeldSections {
  const [held, setHeld] = useState<Held | null>(null);
  const live = new Map(items.map((item) => [item.id, item]));
  if (holds && held === null) setHeld({ sections, seen: live });
  if (!holds && held !== null) setHeld(null);
  const shown = holds && held !== null ? held : { sections, seen: live };
  const ids = shown.sections.flatMap((section) => section.ids);
  const wanted = new Set(sections.flatMap((section) => section.ids));
  const there = new Set(ids);
  const came = [...wanted].filter((id) => !there.has(id)).length;
  const settled = ids.filter((id) => !wanted.has(id)).length;
  return {
    sections: shown.sections,
    itemOf: (id) => live.get(id) ?? shown.seen.get(id),
    changed: came + settled,
    show: () => setHeld({ sections, seen: live }),
  };
}
