import "server-only";
import type { Place } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { requireMay } from "../auth/policy";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { log } from "../log";
import { recordEvent } from "../store/receipt-log";
import { findWatch } from "../watch/find-watch";
import { requirePipeline } from "./place";

/**
 * Throws `auth.forbidden` where no rule allows the press, and `pipeline.not-found` where there is nothing to press: else a
 * pipeline that may not be seen would differ from one that does not exist. Who may not, and tried, is written down before;
 * a store that is away is in the server's log.
 */
export async function requireAllowed(
  by: { person: Person; sessionId: string; requestId: string },
  verb: Verb,
  place: Place,
): Promise<void> {
  try {
    requireMay(by.person, verb, place, by.requestId);
  } catch (error) {
    if (error instanceof ApiError && error.code === "auth.forbidden") {
      await requirePipeline(findWatch(place.target).target, place.pipeline);
      const { person, sessionId, requestId } = by;
      const about = { person, sessionId, path: place, requestId };
      await recordEvent("denied", verb, { at: nowInstant(), ...about, why: error.detail }).catch(
        (failure: unknown) => log.error({ err: failure, ...about }, "a denied press was not recorded"),
      );
    }
    throw error;
  }
}
