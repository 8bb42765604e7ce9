import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { authEnvironment } from "../config/environment";

/** A session ends this long after sign-in, whatever happens. */
export const SESSION_SECONDS = 12 * 60 * 60;

const LONGEST_COOKIE = 4096;
const Claims = z.object({ sid: z.uuid() });

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

/** The session id in a cookie value; null for anything we did not seal, or sealed too long ago. */
export async function openSession(value: string | undefined): Promise<string | null> {
  if (!value || value.length > LONGEST_COOKIE) return null;
  const { secret } = authEnvironment();
  try {
    const claims = Claims.safeParse(await decode({ token: value, secret }));
    return claims.success ? claims.data.sid : null;
  } catch {
    return null;
  }
}
