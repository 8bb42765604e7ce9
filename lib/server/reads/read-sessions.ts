import "server-only";
import type { SessionList, SessionStanding } from "@/lib/contract/session";
import { deviceWords } from "@/lib/domain/device-words";
import { seesAllSessions } from "../auth/sees-all-sessions";
import type { SignedIn } from "../auth/signed-in";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { sessionTimeLeft, standingSessions } from "../store/standing-sessions";

const MOST_LISTED = 500;

/** One's own sessions, newest first; everybody's for an administrator. */
export async function readSessions({ person, sessionId }: SignedIn): Promise<SessionList> {
  const everybody = seesAllSessions(person);
  const sessions = await standingSessions(everybody ? undefined : person.id, MOST_LISTED + 1);
  const items = sessions.slice(0, MOST_LISTED).map((session) => ({
    id: session.id,
    person: { id: session.personId, name: session.personName },
    mine: session.personId === person.id,
    current: session.id === sessionId,
    device: deviceWords(session.userAgent),
    provider: session.provider,
    signedInAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    endsAt: session.expiresAt,
  }));
  return { items, more: sessions.length > MOST_LISTED, everybody, now: nowInstant() };
}

/** How long the session that asks still stands. */
export async function readSessionStanding({ sessionId }: SignedIn): Promise<SessionStanding> {
  const left = await sessionTimeLeft(sessionId);
  if (left === undefined) throw new ApiError("auth.required", "The session has ended. Sign in again.");
  return { ...left, now: nowInstant() };
}
