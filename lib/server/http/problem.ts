import "server-only";
import type { Problem } from "@/lib/contract/problem";
import { ApiError, ERRORS } from "../errors";
import { jsonBytes } from "../json-bytes";
import { log } from "../log";
import { NO_PAGE, transportHeaders } from "../security-headers";

/**
 * Any thrown value as `application/problem+json` (RFC 9457). An ApiError keeps its words; everything else
 * is logged under the request id and answered as 500 `internal` without a message.
 */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof ApiError ? error : new ApiError("internal", undefined, { cause: error });
  record(known, requestId);
  const problem: Problem = {
    type: `about:blank#${known.code}`,
    title: ERRORS[known.code].title,
    status: known.status,
    code: known.code,
    ...(known.detail === undefined ? {} : { detail: known.detail }),
    requestId,
    ...(known.errors === undefined ? {} : { errors: known.errors }),
    ...(known.didYouMean === undefined ? {} : { didYouMean: known.didYouMean }),
  };
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (known.status === 401) headers.set("www-authenticate", `${known.scheme ?? "Session"} realm="pipedeck"`);
  if (known.allow !== undefined) headers.set("allow", known.allow);
  if (known.retryAfterSeconds !== undefined) headers.set("retry-after", String(known.retryAfterSeconds));
  return finish(new Response(JSON.stringify(problem), { status: known.status, headers }), requestId);
}

/** A JSON reply with the headers every reply of ours carries. Parts of `body` that never change are not written anew. */
export function jsonResponse(body: unknown, status: number, requestId: string, tag?: string): Response {
  return new Response(jsonBytes(body), {
    status,
    headers: {
      ...(tag === undefined ? {} : { etag: tag }),
      "content-type": "application/json",
      "cache-control": "no-store",
      ...NO_PAGE,
      ...transportHeaders(),
      "x-request-id": requestId,
    },
  });
}

/** Adds the headers every reply of ours carries. */
export function finish(response: Response, requestId: string): Response {
  response.headers.set("x-request-id", requestId);
  for (const [name, value] of Object.entries({ ...NO_PAGE, ...transportHeaders() }))
    response.headers.set(name, value);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

function record(error: ApiError, requestId: string): void {
  const entry = { requestId, code: error.code, status: error.status, detail: error.detail };
  if (error.code === "internal") log.error({ ...entry, err: error.cause }, "request failed");
  else if (error.status >= 500) log.warn({ ...entry, err: error.cause }, "request failed");
  else log.debug(entry, "request refused");
}
