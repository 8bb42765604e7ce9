import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { authEnvironment } from "../config/environment";
import { countRequest } from "../http/rate-limit";
import { secureCookies } from "./session-cookie";

const StateClaims = z.object({ value: z.string(), provider: z.string() });

/** A request to an endpoint that signs in. */
interface SignInRequest {
  method: string;
  /** Path behind /api/auth, for example `["callback", "oidc"]`. */
  segments: readonly string[];
  cookies: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
}

/**
 * Whether a browser that signs in was led to that by this server: a form has the cookie of next-auth's token, a return from
 * the provider the cookie of its state. Others are not counted, and are refused before anything is done for them, so that
 * who sends requests from anywhere takes nobody's turn. Sign-ins that begin are counted together, returns each by itself:
 * who has begun can finish, however many begin. Throws `request.too-many`.
 */
export async function ledHere({ method, segments, cookies, query }: SignInRequest): Promise<boolean> {
  if (method === "POST") {
    if (!isOurToken(cookies[`${secureCookies() ? "__Host-" : ""}next-auth.csrf-token`])) return false;
    countRequest("sign-ins", "everybody");
    return true;
  }
  const state = await stateOf(cookies, segments[1]);
  if (state === undefined || state !== query.state) return false;
  countRequest("returns", state);
  return true;
}

/** The cookie is the token and its hash with our secret, as next-auth makes it. */
function isOurToken(cookie = ""): boolean {
  const [token = "", hash = ""] = cookie.split("|");
  const expected = createHash("sha256").update(`${token}${authEnvironment().secret}`).digest("hex");
  // Of bytes: a letter may have several.
  const [given, own] = [Buffer.from(hash), Buffer.from(expected)];
  return given.length === own.length && timingSafeEqual(given, own);
}

async function stateOf(
  cookies: Readonly<Record<string, string>>,
  provider: string | undefined,
): Promise<string | undefined> {
  const name = `${secureCookies() ? "__Secure-" : ""}next-auth.state`;
  try {
    const claims = await decode({ token: cookies[name], secret: authEnvironment().secret, salt: name });
    const state = StateClaims.parse(claims);
    return state.provider === provider ? state.value : undefined;
  } catch {
    return undefined;
  }
}
