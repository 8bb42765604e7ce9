import "server-only";
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";
import { countRequest } from "../http/rate-limit";
import { type SignedIn, signedIn } from "./signed-in";

/** The header by which a page says that it asks by itself, with nobody at it. */
const UNATTENDED = "x-pipedeck-unattended";

/**
 * Who makes the request. It keeps the session from ending for idleness, unless it says that nobody caused it. Counted
 * against what one person may ask. Throws `auth.required`, `request.too-many`.
 */
export async function requireSession(
  request: NextRequest,
  { unattended = request.headers.get(UNATTENDED) === "1" } = {},
): Promise<SignedIn> {
  const session = await signedIn(request.cookies, { unattended });
  if (!session) throw new ApiError("auth.required", "There is no session, or it has ended. Sign in again.");
  const isRead = request.method === "GET" || request.method === "HEAD";
  countRequest(isRead ? "reads" : "presses", session.person.id);
  return session;
}
