import type { InboxList } from "@/lib/contract/inbox";

/** Where an item is: in the list, nowhere any more, or maybe among those that the list leaves out. */
export type ItemPresence = "listed" | "settled" | "left-out";

/** Where the item of this id is, by what the server said. */
export function itemPresence({ items, leftOut = 0 }: InboxList, id: string | undefined): ItemPresence {
  if (items.some((item) => item.id === id)) return "listed";
  return leftOut > 0 ? "left-out" : "settled";
}
