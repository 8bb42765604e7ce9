import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Person } from "@/lib/domain/person";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSession } from "./auth/require-session";
import type { SignedIn } from "./auth/signed-in";
import { viewerOf } from "./auth/viewer";
import { ApiError } from "./errors";
import { answering, type RouteHandler } from "./http/answering";
import { contentTag, notModified } from "./http/entity-tag";
import { type RouteVerbs, refusingMethods, type Verb } from "./http/other-methods";
import { parsePart, queryObject } from "./http/parse";
import { finish, jsonResponse } from "./http/problem";
import { requireOwnPage, requireOwnSite } from "./http/same-origin";

const Nothing = z.strictObject({});

/** Nothing on the way may keep a stream, change it, or wait until there is more of it. */
const STREAM_HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/**
 * A GET: session (401), not from another site (403), path and query by their schemas (400), then `read`.
 * What `read` gives back is sent as JSON, `no-store`, with an entity tag; who names that in `If-None-Match` gets 304.
 * `tagOf` saves making the tag of the whole content.
 * Any error becomes problem+json.
 */
export function readRoute<
  Reply extends object,
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
>(
  schemas: {
    params?: P;
    query?: Q;
    repeatable?: readonly string[];
    tagOf?: (reply: Reply, viewer: Viewer) => string;
    /** The same as comma-separated values, for who asks for `text/csv`. */
    csv?: (input: { params: z.output<P>; query: z.output<Q>; viewer: Viewer }) => Promise<string>;
  },
  read: (input: {
    params: z.output<P>;
    query: z.output<Q>;
    person: Person;
    viewer: Viewer;
    session: SignedIn;
    request: NextRequest;
  }) => Promise<Reply>,
): RouteHandler {
  return answering(async (request, params, requestId) => {
    const session = await requireSession(request);
    requireOwnSite(request);
    const viewer = viewerOf(session.person);
    const input = {
      params: parsePart(orNothing(schemas.params), params, "path"),
      query: parsePart(
        orNothing(schemas.query),
        queryObject(request.nextUrl.searchParams, schemas.repeatable),
        "query",
      ),
      person: session.person,
      viewer,
      session,
      request,
    };
    if (schemas.csv && request.headers.get("accept")?.startsWith("text/csv")) {
      const text = await schemas.csv(input);
      const headers = {
        "content-type": "text/csv; charset=utf-8; header=present",
        "cache-control": "no-store",
      };
      return finish(new Response(request.method === "HEAD" ? null : text, { headers }), requestId);
    }
    const reply = await read(input);
    if (request.method === "POST") return jsonResponse(reply, 200, requestId);
    const tag = schemas.tagOf?.(reply, viewer) ?? contentTag(reply);
    const unchanged = notModified(request, tag, reply);
    return unchanged ? finish(unchanged, requestId) : jsonResponse(reply, 200, requestId, tag);
  });
}

/**
 * A request that changes something of ours and nothing at AWS: session (401), made by a page of ours (403), path by its
 * schema (400), then `act`, whose reply is sent as JSON. A body is not read.
 */
export function changeRoute<Reply extends object, P extends z.ZodType = typeof Nothing>(
  schemas: { params?: P },
  act: (input: { params: z.output<P>; session: SignedIn }) => Promise<Reply>,
): RouteHandler {
  return answering(async (request, params, requestId) => {
    const session = await requireSession(request);
    requireOwnPage(request);
    const reply = await act({ params: parsePart(orNothing(schemas.params), params, "path"), session });
    return jsonResponse(reply, 200, requestId);
  });
}

/**
 * A GET whose answer does not end: what `read` makes of session and query is sent as server-sent events as they come.
 * Checks and errors as with `readRoute`; HEAD gets the headers alone. It is no sign of a person: a page that stands open
 * on a wall begins its stream anew by itself.
 */
export function streamRoute<Q extends z.ZodType = typeof Nothing>(
  schemas: { query?: Q },
  open: (input: {
    query: z.output<Q>;
    viewer: Viewer;
    session: SignedIn;
    request: NextRequest;
  }) => ReadableStream<Uint8Array>,
): RouteHandler {
  return answering(async (request, _params, requestId) => {
    const session = await requireSession(request, { unattended: true });
    requireOwnSite(request);
    const query = parsePart(orNothing(schemas.query), queryObject(request.nextUrl.searchParams), "query");
    const body =
      request.method === "HEAD" ? null : open({ query, viewer: viewerOf(session.person), session, request });
    const response = new Response(body, { headers: STREAM_HEADERS });
    return finish(response, requestId);
  });
}

/**
 * The verbs a route does not have: 401 without a session, 405 problem+json with `Allow`.
 * Spread into exports: `export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");`
 */
export function otherMethods(has: RouteVerbs): Record<Verb, RouteHandler> {
  return refusingMethods(has, requireSession);
}

/** A path under /api that no route has, in any method: 401 without a session, then 404. */
export const unknownPath: RouteHandler = answering(async (request) => {
  await requireSession(request);
  throw new ApiError("path.not-found", "No endpoint of this server has this path.");
});

/** A schema that is left out takes no fields. Its type is then the default, `typeof Nothing`, which TypeScript cannot see. */
function orNothing<S extends z.ZodType>(schema: S | undefined): S {
  return schema ?? (Nothing as z.ZodType as S);
}
