import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { authEnvironment } from "../config/environment";
import { keepOpened, openedBefore } from "./opened-cookies";

/** A session ends this long after sign-in, whatever happens. */
export const SESSION_SECONDS = 12 * 60 * 60;

const LONGEST_COOKIE = 4096;
/** `exp`, in seconds since 1970, is when the cookie no longer counts. */
const Claims = z.object({ sid: z.uuid(), exp: z.number() });

/** Whether cookies travel over https only: NEXTAUTH_URL decides. */
export function secureCookies(): boolean {
  return authEnvironment().publicUrl.protocol === "https:";
}

/** Name of the session cookie; `__Host-` binds it to this host over https. */
export function sessionCookieName(): string {
  return secureCookies() ? "__Host-pipedeck.session" : "pipedeck.session";
}

/** The encrypted cookie value that carries a session id and nothing else. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: authEnvironment().secret, maxAge: SESSION_SECONDS });
}

/**
 * The session id in a cookie value; null for anything we did not seal, or sealed too long ago. A value is decrypted
 * the first time it comes.
 */
export function openSession(value: string | undefined): string | null | Promise<string | null> {
  if (!value || value.length > LONGEST_COOKIE) return null;
  const { secret } = authEnvironment();
  return openedBefore(value, secret) ?? decrypt(value, secret);
}

async function decrypt(value: string, secret: string): Promise<string | null> {
  try {
    const claims = Claims.safeParse(await decode({ token: value, secret }));
    if (!claims.success) return null;
    const { sid, exp } = claims.data;
    keepOpened(value, { secret, sessionId: sid, expiresAtMs: exp * 1000 });
    return sid;
  } catch {
    return null;
  }
}
