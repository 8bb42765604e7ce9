import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { currentSession } from "../auth/current-session";
import { readReceipts } from "../reads/read-receipts";
import { firstReply } from "./first-reply";

/** GET /api/receipts without a filter: the newest presses. */
export async function activityData(): Promise<FirstReply | null> {
  const session = await currentSession();
  return session === null ? null : firstReply(() => readReceipts({}));
}
