import "server-only";
import type { HouseEventList, HouseEventQuery } from "@/lib/contract/house-event";
import type { Person } from "@/lib/domain/person";
import type { Viewer } from "@/lib/domain/viewer";
import { requireInHouse } from "../auth/policy";
import { nowInstant } from "../clock";
import { loggedEvents } from "../store/logged-events";
import { toHouseEvent } from "./to-house-event";

const PAGE = 50;

/**
 * What was recorded besides presses, newest first: sign-ins, denied attempts at pipelines that the viewer may see, and
 * loads of the configuration. Throws `auth.forbidden` for who may not see the activity of others, and
 * `store.unavailable`.
 */
export async function readEvents(
  { person, viewer }: { person: Person; viewer: Viewer },
  { cursor }: HouseEventQuery,
): Promise<HouseEventList> {
  requireInHouse(person, "see-activity");
  const rows = await loggedEvents(PAGE + 1, cursor === undefined ? undefined : Number(cursor));
  const shown = rows.slice(0, PAGE);
  const items = shown
    .flatMap((row) => toHouseEvent(row) ?? [])
    .filter(({ place }) => place === undefined || viewer.sees(place.target, place.pipeline));
  const last = shown.at(-1);
  return {
    items,
    ...(rows.length > PAGE && last !== undefined && { nextCursor: String(last.seq) }),
    now: nowInstant(),
  };
}
