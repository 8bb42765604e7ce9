import "server-only";
import type { AuthOptions } from "next-auth";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { z } from "zod";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import type { Person } from "@/lib/domain/person";
import { nowInstant } from "../clock";
import { authEnvironment } from "../config/environment";
import { getConfig } from "../config/get-config";
import { log } from "../log";
import { newId } from "../new-id";
import { revokeSession, startSession } from "../store/people-sessions";
import { recordEvent } from "../store/receipt-log";
import { demoOffered } from "./demo-offer";
import { DEMO_PROVIDER } from "./demo-provider";
import { letGoOfSession } from "./end-session";
import type { OidcDiscovery } from "./oidc-discovery";
import { toPerson } from "./oidc-person";
import { OIDC_PROVIDER, oidcProvider } from "./oidc-provider";
import { mayEnter } from "./policy";
import { SESSION_SECONDS, secureCookies, sessionCookieName } from "./session-cookie";
import { type CookieReader, signedIn, signedInById } from "./signed-in";

const SessionClaims = z.object({ sid: z.uuid() });

/** What one request to the sign-in endpoints comes with. */
export interface AuthRequest {
  /** Origin the browser sees. */
  origin: string;
  /** What the organisation's provider says of itself, where the request is about it. */
  said?: OidcDiscovery;
  cookies: CookieReader;
  userAgent?: string;
  requestId: string;
  /** Takes an error that next-auth would swallow, so that the request can fail with it. */
  onFailure: (error: unknown) => void;
}

/**
 * next-auth for one request. Its cookie carries a session id; the person stands in the row. Pages of next-auth
 * itself are never shown.
 */
export async function authOptions(request: AuthRequest): Promise<AuthOptions> {
  const { secret } = authEnvironment();
  const { signIn } = getConfig();
  const secure = secureCookies();
  const failed = (error: unknown) => {
    request.onFailure(error);
    return null;
  };
  const endSession = async (sid: string) => {
    await revokeSession(sid).catch(failed);
    letGoOfSession(sid);
    log.info({ requestId: request.requestId }, "signed out");
  };
  return {
    secret,
    providers: [
      ...(signIn ? [oidcProvider(signIn, request.said)] : []),
      ...((await demoOffered()) ? [demoProvider()] : []),
    ],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/login", error: "/login", signOut: "/login" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        // Lax, not Strict: a link to a pipeline in a chat must open signed in. Reads have no effects, presses need more.
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    logger: {
      error: (code, metadata) =>
        log.warn({ requestId: request.requestId, code, err: errorOf(metadata) }, "sign-in error"),
      warn: (code) => log.debug({ code }, "sign-in warning"),
      debug: () => undefined,
    },
    callbacks: {
      redirect: ({ url }) => ownAddress(url, request.origin),
      signIn: async ({ user, account, profile }) => {
        if (personOf(user.id, account?.provider, profile)) return true;
        const { requestId, userAgent } = request;
        await recordDenied({ personId: user.id, provider: account?.provider, userAgent, requestId });
        return false;
      },
      jwt: async ({ token, user, account, profile }) => {
        if (!account) return token;
        const { provider } = account;
        const person = personOf(user.id, provider, profile);
        if (!person) throw new Error("a sign-in without a person");
        const sid = newId();
        const { userAgent, requestId } = request;
        await startSession({ id: sid, person, provider, userAgent, seconds: SESSION_SECONDS }).catch(
          (error) => {
            failed(error);
            throw error;
          },
        );
        // The new cookie takes the place of that one's: nobody could go on with it, or sign it out.
        const replaced = await signedIn(request.cookies, { unattended: true }).catch(failed);
        if (replaced) await endSession(replaced.sessionId);
        log.info({ requestId, personId: person.id, groups: person.groups, provider }, "signed in");
        return { sid };
      },
      session: async ({ session, token }) => {
        const claims = SessionClaims.safeParse(token);
        const signedIn = claims.success ? await signedInById(claims.data.sid).catch(failed) : null;
        if (!signedIn) throw new Error("the session has ended");
        return { user: { name: signedIn.person.name }, expires: signedIn.endsAt ?? session.expires };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const claims = SessionClaims.safeParse(token);
        if (claims.success) await endSession(claims.data.sid);
      },
    },
  };
}

/** An address on this server, or its front page for anything else. */
export function ownAddress(url: string, origin: string): string {
  if (!URL.canParse(url, origin)) return `${origin}/`;
  const parsed = new URL(url, origin);
  return parsed.origin === origin ? parsed.href : `${origin}/`;
}

/** The person who signs in; null when they may not. `claims` are those of a verified ID token. */
function personOf(id: string, provider: string | undefined, claims: unknown): Person | null {
  const { signIn } = getConfig();
  const person =
    provider === OIDC_PROVIDER && signIn
      ? toPerson(claims, signIn)
      : provider === DEMO_PROVIDER && DEMO_PEOPLE.find((known) => known.id === id);
  return person && mayEnter(person.groups) ? person : null;
}

/** Somebody whom the provider vouches for, and no rule lets in. Whether it can be recorded or not, they stay outside. */
async function recordDenied(about: {
  personId: string;
  provider: string | undefined;
  userAgent: string | undefined;
  requestId: string;
}): Promise<void> {
  log.info(about, "sign-in denied");
  const why = "No rule allows anything to this person's groups.";
  const entry = { at: nowInstant(), ...about, userAgent: about.userAgent?.slice(0, 300), why };
  await recordEvent("denied", "sign-in", entry).catch((error: unknown) =>
    log.error({ err: error, ...about }, "a denied sign-in was not recorded"),
  );
}

function demoProvider(): CredentialsConfig<{ person: { type: string } }> {
  return {
    id: DEMO_PROVIDER,
    name: "Demo",
    type: "credentials",
    credentials: { person: { type: "text" } },
    authorize: async (credentials) => {
      const person = DEMO_PEOPLE.find(({ id }) => id === credentials?.person);
      return person ? { id: person.id, name: person.name } : null;
    },
  };
}

function errorOf(metadata: unknown): unknown {
  return metadata instanceof Error ? metadata.message : metadata;
}
