import "server-only";
import type { NextRequest } from "next/server";
import { answering, type RouteHandler } from "./http/answering";
import { refusingMethods, type Verb } from "./http/other-methods";
import { finish, jsonResponse } from "./http/problem";

// Apart from the routes of people: what a session takes is most of what a server loads, and a probe asks before that.

/** A GET that anybody may make, for probes; it tells nothing about pipelines or people. */
export function openRoute(read: () => Promise<{ status: number; body: unknown }>): RouteHandler {
  return answering(async (_request, _params, requestId) => {
    const { status, body } = await read();
    return jsonResponse(body, status, requestId);
  });
}

/** A GET of another program, which `allow` lets pass by what it shows, or throws. No session counts. */
export function machineRoute(
  allow: (request: NextRequest) => void,
  read: () => Promise<Response>,
): RouteHandler {
  return answering(async (request, _params, requestId) => {
    allow(request);
    return finish(await read(), requestId);
  });
}

/** The verbs of a program's route that it does not have: 405 problem+json with `Allow`, to who may make a GET. */
export function otherMachineMethods(allow: (request: NextRequest) => void): Record<Verb, RouteHandler> {
  return refusingMethods("GET", async (request) => allow(request));
}

/** The verbs an open route does not have: 405 problem+json with `Allow`, to anybody. */
export function otherOpenMethods(): Record<Verb, RouteHandler> {
  return refusingMethods("GET", async () => undefined);
}
