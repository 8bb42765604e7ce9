import "server-only";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Instant } from "@/lib/domain/instant";
import type { Person } from "@/lib/domain/person";
import { log } from "../log";
import { batched } from "./batched";
import { db } from "./store";
import { stored } from "./stored";
import { peopleSessions } from "./tables/people-sessions";

/** A session row that still counts. */
export interface LiveSession {
  id: string;
  personId: string;
  personName: string;
  email: string | null;
  groups: string[];
  provider: string;
  createdAt: Instant;
  expiresAt: Instant;
  /** Whether the last sighting should be written anew. */
  stale: boolean;
}

// Sessions live in the database's wall time: a test that moves the emulated clock signs nobody out.
const IDLE_LIMIT = sql`interval '30 minutes'`;
const SIGHTING_KEPT = sql`interval '1 minute'`;
const ENDED_KEPT = sql`interval '30 days'`;

const prepared = new WeakMap<object, ReturnType<typeof selectLive>>();

/** Writes a new session. `seconds` from now it ends, however busy. Throws `store.unavailable`. */
export async function startSession(session: {
  id: string;
  person: Person;
  provider: string;
  userAgent?: string;
  seconds: number;
}): Promise<void> {
  await stored(() =>
    db()
      .insert(peopleSessions)
      .values({
        id: session.id,
        personId: session.person.id,
        personName: session.person.name,
        email: session.person.email,
        groups: [...session.person.groups],
        provider: session.provider,
        userAgent: session.userAgent?.slice(0, 300),
        expiresAt: sql`now() + make_interval(secs => ${session.seconds})`,
      }),
  );
}

/**
 * The session (its id a uuid) if it is not revoked, not ended and was seen within 30 minutes. Every call is answered
 * by a query that is sent after it; calls of the same turn share one. Throws `store.unavailable`.
 */
export const findSession: (id: string) => Promise<LiveSession | undefined> = batched(async (ids) => {
  const rows = await stored(() => liveSessions().execute({ ids }));
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() },
    ]),
  );
});

/** Prepared: PostgreSQL plans it once for each connection. */
function liveSessions() {
  const database = db();
  const known = prepared.get(database);
  if (known) return known;
  const query = selectLive(database);
  prepared.set(database, query);
  return query;
}

function selectLive(database: ReturnType<typeof db>) {
  return database
    .select({
      id: peopleSessions.id,
      personId: peopleSessions.personId,
      personName: peopleSessions.personName,
      email: peopleSessions.email,
      groups: peopleSessions.groups,
      provider: peopleSessions.provider,
      createdAt: peopleSessions.createdAt,
      expiresAt: peopleSessions.expiresAt,
      stale: sql<boolean>`${peopleSessions.lastSeenAt} < now() - ${SIGHTING_KEPT}`,
    })
    .from(peopleSessions)
    .where(
      and(
        sql`${peopleSessions.id} = any(${sql.placeholder("ids")}::uuid[])`,
        isNull(peopleSessions.revokedAt),
        gt(peopleSessions.expiresAt, sql`now()`),
        gt(peopleSessions.lastSeenAt, sql`now() - ${IDLE_LIMIT}`),
      ),
    )
    .prepare("live_sessions");
}

/** Writes that the session was seen now. A store that cannot write is no reason to refuse a read. */
export async function touchSession(id: string): Promise<void> {
  try {
    await db().update(peopleSessions).set({ lastSeenAt: sql`now()` }).where(eq(peopleSessions.id, id));
  } catch (error) {
    log.warn({ err: error }, "session sighting not written");
  }
}

/** Ends a session with the next request, as its own person does. Revoking twice keeps the first instant. Throws `store.unavailable`. */
export async function revokeSession(id: string): Promise<void> {
  await stored(() =>
    db()
      .update(peopleSessions)
      .set({ revokedAt: sql`now()`, revokedBy: sql`${peopleSessions.personId}` })
      .where(and(eq(peopleSessions.id, id), isNull(peopleSessions.revokedAt))),
  );
}

/** Deletes rows of sessions that ended long ago. Throws `store.unavailable`. */
export async function forgetEndedSessions(): Promise<void> {
  await stored(() =>
    db()
      .delete(peopleSessions)
      .where(lt(peopleSessions.expiresAt, sql`now() - ${ENDED_KEPT}`)),
  );
}
