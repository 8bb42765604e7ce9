import "server-only";
import { cookies, headers } from "next/headers";
import type { FirstReply } from "@/lib/contract/first-reply";
import type { Instant } from "@/lib/domain/instant";
import { guessWindowSize, WINDOW_COOKIE, type WindowSize } from "@/lib/domain/window-size";
import { currentPerson } from "../auth/current-person";
import { nowInstant } from "../clock";
import { countInbox } from "../reads/list-inbox";
import { listTargets } from "../reads/list-targets";
import { firstReply } from "./first-reply";

/** What surrounds every page begins with. */
export interface FrameData {
  targets: FirstReply | null;
  inbox: FirstReply | null;
  drawnAt: Instant;
  windowSize: WindowSize;
}

/** GET /api/targets and /api/inbox/count, the server's now, and the window to draw for. Asks AWS nothing. */
export async function frameData(): Promise<FrameData> {
  const targets = await firstReply(async (viewer) => listTargets(viewer));
  const inbox = await inboxCountData();
  const cookie = (await cookies()).get(WINDOW_COOKIE)?.value;
  const userAgent = (await headers()).get("user-agent") ?? "";
  return { targets, inbox, drawnAt: nowInstant(), windowSize: guessWindowSize(cookie, userAgent) };
}

async function inboxCountData(): Promise<FirstReply | null> {
  const person = await currentPerson();
  return person === null ? null : firstReply(async () => countInbox(person));
}
