import "server-only";
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";
import { answering, type RouteHandler } from "./answering";

export type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

/** What a route has, as its `Allow` says it but for HEAD. */
export type RouteVerbs = "GET" | "POST" | "DELETE" | "GET, DELETE" | "GET, POST";

/** Handlers that refuse with 405 problem+json and `Allow`, once `admit` has let the request pass. */
export function refusingMethods(
  has: RouteVerbs,
  admit: (request: NextRequest) => Promise<unknown>,
): Record<Verb, RouteHandler> {
  const allow = has.replace("GET", "GET, HEAD");
  const refuse = answering(async (request) => {
    await admit(request);
    throw new ApiError("method.not-allowed", `Use ${allow} here.`, { allow });
  });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: refuse };
}
