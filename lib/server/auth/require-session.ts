import "server-only";
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";
import { type SignedIn, signedIn } from "./signed-in";

/** Who makes the request. Throws `auth.required`. */
export async function requireSession(request: NextRequest): Promise<SignedIn> {
  const session = await signedIn(request.cookies);
  if (!session) throw new ApiError("auth.required", "There is no session, or it has ended. Sign in again.");
  return session;
}
