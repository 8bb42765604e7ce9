import "server-only";
import { cookies, headers } from "next/headers";
import type { FirstReply } from "@/lib/contract/first-reply";
import type { Instant } from "@/lib/domain/instant";
import { guessWindowSize, WINDOW_COOKIE, type WindowSize } from "@/lib/domain/window-size";
import { nowInstant } from "../clock";
import { listTargets } from "../reads/list-targets";
import { firstReply } from "./first-reply";

/** What surrounds every page begins with. */
export interface FrameData {
  targets: FirstReply | null;
  drawnAt: Instant;
  windowSize: WindowSize;
}

/** GET /api/targets, the server's now, and the window to draw for. Asks AWS nothing. */
export async function frameData(): Promise<FrameData> {
  const targets = await firstReply(async (viewer) => listTargets(viewer));
  const cookie = (await cookies()).get(WINDOW_COOKIE)?.value;
  const userAgent = (await headers()).get("user-agent") ?? "";
  return { targets, drawnAt: nowInstant(), windowSize: guessWindowSize(cookie, userAgent) };
}
