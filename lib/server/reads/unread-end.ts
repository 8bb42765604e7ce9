import "server-only";
import type { Unread } from "@/lib/domain/unread";

/** Why a comparison lacks something: as AWS was asked, or since nothing tells of the execution that is known to be there. */
export function unreadEnd(
  id: string | undefined,
  found: object | undefined,
  unread: Unread | undefined,
): { unread?: Unread } {
  const why = unread ?? (id !== undefined && found === undefined ? "unanswered" : undefined);
  return why === undefined ? {} : { unread: why };
}
