import "server-only";
import { ApiError } from "../errors";
import { getHub } from "../live/get-hub";
import { log } from "../log";
import { tellSessionEnded } from "../session-ends";
import { endSessions } from "../store/standing-sessions";
import { seesAllSessions } from "./sees-all-sessions";
import type { SignedIn } from "./signed-in";

/**
 * Ends one's own session, or anybody's as an administrator: it counts no more with its next request, and its live streams
 * end at once at this server, within a heartbeat at others. Throws `session.not-found`, which is also what somebody
 * else's session is.
 */
export async function endSession(by: SignedIn, id: string): Promise<void> {
  const ofPerson = seesAllSessions(by.person) ? undefined : by.person.id;
  const [ended] = await endSessions({ id, ofPerson }, by.person.id);
  if (ended === undefined) throw new ApiError("session.not-found", "You have no session of this id.");
  letGo(by, ended);
}

/** Ends all other sessions of the same person; answers how many there were. */
export async function endOtherSessions(by: SignedIn): Promise<number> {
  const ended = await endSessions({ ofPerson: by.person.id, butNot: by.sessionId }, by.person.id);
  for (const session of ended) letGo(by, session);
  return ended.length;
}

/** What this process keeps for a session that was ended: its streams, and credentials taken for it. */
export function letGoOfSession(sessionId: string): void {
  getHub().closeSession(sessionId);
  tellSessionEnded(sessionId);
}

function letGo(by: SignedIn, { id, personId }: { id: string; personId: string }): void {
  letGoOfSession(id);
  log.info({ by: by.person.id, personId, ended: id }, "session ended");
}
