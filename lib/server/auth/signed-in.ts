import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { Person } from "@/lib/domain/person";
import { getConfig } from "../config/get-config";
import { findSession, type LiveSession, touchSession } from "../store/people-sessions";
import { demoConfigured } from "./demo-offer";
import { DEMO_PROVIDER } from "./demo-provider";
import { OIDC_PROVIDER } from "./oidc-provider";
import { mayEnter } from "./policy";
import { remembering } from "./remembered-sessions";
import { openSession, sessionCookieName } from "./session-cookie";

/** A live session with its person. */
export interface SignedIn {
  sessionId: string;
  person: Person;
  /** Provider that signed the person in. */
  provider: string;
  signedInAt: Instant;
  endsAt: Instant;
}

/** What both NextRequest.cookies and `cookies()` of next/headers can do. */
export interface CookieReader {
  get(name: string): { value: string } | undefined;
}

/**
 * Who sends these cookies, or null. The session row is looked up every time, so that a revoked, idle or ended
 * session is over with the next request. Throws `store.unavailable`.
 */
export function signedIn(
  cookies: CookieReader,
  how: { unattended?: boolean } = {},
): Promise<SignedIn | null> {
  const opened = openSession(cookies.get(sessionCookieName())?.value);
  const find = (sessionId: string | null) => (sessionId === null ? null : signedInById(sessionId, how));
  // No promise more than is needed: every request comes by here.
  return opened instanceof Promise ? opened.then(find) : (find(opened) ?? Promise.resolve(null));
}

/** The session with this id if it still counts. `unattended`: no sign of a person. Throws `store.unavailable`. */
export function signedInById(
  sessionId: string,
  { unattended = false }: { unattended?: boolean } = {},
): Promise<SignedIn | null> {
  return remembering(sessionId, findSession).then((row) => {
    if (!row || !stands(row)) return null;
    const session = toSignedIn(row);
    return row.stale && !unattended ? touchSession(sessionId).then(() => session) : session;
  });
}

function toSignedIn(row: LiveSession): SignedIn {
  return {
    sessionId: row.id,
    person: {
      id: row.personId,
      name: row.personName,
      ...(row.email === null ? {} : { email: row.email }),
      groups: row.groups,
    },
    provider: row.provider,
    signedInAt: row.createdAt,
    endsAt: row.expiresAt,
  };
}

/**
 * Those of these sessions that still count, by one query. Unlike a request, it is no sign of a person: their time of
 * last sighting stays. Throws `store.unavailable`.
 */
export async function stillSignedIn(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await Promise.all(sessionIds.map((id) => findSession(id)));
  return new Set(rows.flatMap((row) => (row && stands(row) ? row.id : [])));
}

/**
 * Demo people have no password, so their sessions end with the emulator as the back end; others with their provider.
 * Who has no rule left, as after a change of the configuration, is no longer let in.
 */
function stands({ provider, groups }: LiveSession): boolean {
  if (!mayEnter(groups)) return false;
  if (provider === DEMO_PROVIDER) return demoConfigured();
  return provider === OIDC_PROVIDER && getConfig().signIn !== undefined;
}
