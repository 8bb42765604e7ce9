import "server-only";
import { and, desc, eq, gt, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Instant } from "@/lib/domain/instant";
import { db } from "./store";
import { stored } from "./stored";
import { peopleSessions } from "./tables/people-sessions";

// As in people-sessions.ts: the database's wall time decides.
const IDLE_LIMIT = sql`interval '30 minutes'`;

/** A session that stands, as people look at it. */
export interface StandingSession {
  id: string;
  personId: string;
  personName: string;
  provider: string;
  userAgent: string | null;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
}

/** Sessions that stand, newest first, `limit` at most; those of one person alone where one is given. Throws `store.unavailable`. */
export async function standingSessions(
  personId: string | undefined,
  limit: number,
): Promise<StandingSession[]> {
  const rows = await stored(() =>
    db()
      .select({
        id: peopleSessions.id,
        personId: peopleSessions.personId,
        personName: peopleSessions.personName,
        provider: peopleSessions.provider,
        userAgent: peopleSessions.userAgent,
        createdAt: peopleSessions.createdAt,
        lastSeenAt: peopleSessions.lastSeenAt,
        expiresAt: peopleSessions.expiresAt,
      })
      .from(peopleSessions)
      .where(and(stands(), personId === undefined ? undefined : eq(peopleSessions.personId, personId)))
      .orderBy(desc(peopleSessions.createdAt))
      .limit(limit),
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** How long a session still stands, milliseconds; undefined when it does not. Throws `store.unavailable`. */
export async function sessionTimeLeft(
  id: string,
): Promise<{ endsInMs: number; idleEndsInMs: number } | undefined> {
  const [row] = await stored(() =>
    db()
      .select({
        endsInMs: milliseconds(sql`${peopleSessions.expiresAt} - now()`),
        idleEndsInMs: milliseconds(sql`${peopleSessions.lastSeenAt} + ${IDLE_LIMIT} - now()`),
      })
      .from(peopleSessions)
      .where(and(stands(), eq(peopleSessions.id, id))),
  );
  return row;
}

/** Which sessions to end: one, by its id and perhaps only if it is this person's; or all of a person but one. */
export type EndedSessions =
  | { id: string; ofPerson: string | undefined }
  | { ofPerson: string; butNot: string };

/**
 * Ends those of these sessions that stand, and keeps who did, which PostgreSQL writes into the log; answers whose they were.
 * Throws `store.unavailable`.
 *
 * @param byPerson id of who ends them
 */
export function endSessions(
  which: EndedSessions,
  byPerson: string,
): Promise<{ id: string; personId: string }[]> {
  const { id, personId } = peopleSessions;
  const one = "id" in which ? eq(id, which.id) : ne(id, which.butNot);
  const whose = which.ofPerson === undefined ? undefined : eq(personId, which.ofPerson);
  return stored(() =>
    db()
      .update(peopleSessions)
      .set({ revokedAt: sql`now()`, revokedBy: byPerson })
      .where(and(stands(), one, whose))
      .returning({ id, personId }),
  );
}

function stands(): SQL | undefined {
  return and(
    isNull(peopleSessions.revokedAt),
    gt(peopleSessions.expiresAt, sql`now()`),
    gt(peopleSessions.lastSeenAt, sql`now() - ${IDLE_LIMIT}`),
  );
}

function milliseconds(interval: SQL): SQL<number> {
  return sql<number>`greatest(0, floor(extract(epoch from ${interval}) * 1000))::int`;
}
