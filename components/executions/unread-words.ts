import { countOf } from "@/lib/domain/count-words";

/** Why a search for people or words may find less than there is. */
export function unreadWords(unread: number): string {
  return `Who made ${countOf(unread, "older execution")} has not been read yet, so this may be incomplete.`;
}
