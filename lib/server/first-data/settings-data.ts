import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { currentSession } from "../auth/current-session";
import { readAccess } from "../reads/read-access";
import { firstReply } from "./first-reply";

/** GET /api/access of who looks. Of the targets, what surrounds the page brings along what is known. */
export async function settingsData(): Promise<FirstReply | null> {
  const session = await currentSession();
  return session === null ? null : firstReply(async () => readAccess(session));
}
