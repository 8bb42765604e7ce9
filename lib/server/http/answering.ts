import "server-only";
import type { NextRequest } from "next/server";
import { followClock } from "../clock";
import { newId } from "../new-id";
import { problemResponse } from "./problem";

/** What Next calls a route with; path segments come decoded. */
export type RouteHandler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
) => Promise<Response>;

/** A route around `answer`: a fresh request id, and whatever is thrown as problem+json. */
export function answering(
  answer: (request: NextRequest, params: unknown, requestId: string) => Promise<Response>,
): RouteHandler {
  return async (request, context) => {
    const requestId = newId();
    try {
      const following = followClock();
      if (following !== undefined) await following;
      // A path without variable segments comes with no params at all.
      return await answer(request, (await context.params) ?? {}, requestId);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}
