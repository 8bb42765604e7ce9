import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { currentSession } from "../auth/current-session";
import { readAccess } from "../reads/read-access";
import { firstReply } from "./first-reply";

/** GET /api/access at a pipeline of who looks, so that its buttons are right from the first frame on. */
export async function accessData(place: { target: string; pipeline: string }): Promise<FirstReply | null> {
  const session = await currentSession();
  return session === null ? null : firstReply(async () => readAccess(session, place));
}
