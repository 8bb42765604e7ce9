import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import type { InboxList } from "@/lib/contract/inbox";
import { currentPerson } from "../auth/current-person";
import { listInbox, tagOfInbox } from "../reads/list-inbox";
import { firstReply, READ_PATIENCE_MS } from "./first-reply";

/** GET /api/inbox of who looks. Nothing before anything was read. */
export async function inboxData(): Promise<FirstReply | null> {
  const person = await currentPerson();
  if (person === null) return null;
  let worth = false;
  const read = async () => {
    const list = await listInbox(person, READ_PATIENCE_MS);
    worth = isRead(list) || list.items.length > 0;
    return list;
  };
  const reply = await firstReply(read, isRead, { path: "/api/inbox", tagOf: tagOfInbox });
  return worth ? reply : null;
}

/** Whether waiting would have brought nothing more. */
function isRead({ freshness }: InboxList): boolean {
  return Object.values(freshness).every(({ kind }) => kind !== "catching-up");
}
