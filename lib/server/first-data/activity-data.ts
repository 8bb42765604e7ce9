import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { readReceipts } from "../reads/read-receipts";
import { firstReply } from "./first-reply";

/** GET /api/receipts without a filter: the newest presses. */
export function activityData(): Promise<FirstReply | null> {
  return firstReply((viewer) => readReceipts(viewer, {}));
}
