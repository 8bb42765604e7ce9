import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Receipt, ReceiptReply } from "@/lib/contract/receipt";
import { isFinal } from "@/lib/domain/receipt-transitions";
import { requireSession } from "../auth/require-session";
import { viewerOf } from "../auth/viewer";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { answering, type RouteHandler } from "../http/answering";
import { invalid, parsePart } from "../http/parse";
import { jsonResponse } from "../http/problem";
import { readJson } from "../http/read-body";
import { requireOwnPage } from "../http/same-origin";
import { findPipeline, noSuchPipeline } from "../watch/find-pipeline";
import type { Presser } from "./press";

/**
 * A POST that presses something: session (401), made by a page of ours (403), JSON of at most 64 KiB (415, 413),
 * path and body by their schemas, `Idempotency-Key` (400), a pipeline that one may see (404), then `press`, which asks
 * the rules for the verb there (403).
 * Answers the receipt with 200 when it is settled and 202 when it is not.
 */
export function commandRoute<P extends z.ZodType<{ target: string; pipeline: string }>, B extends z.ZodType>(
  schemas: { params: P; body: B },
  press: (input: { params: z.output<P>; body: z.output<B>; by: Presser }) => Promise<Receipt>,
): RouteHandler {
  return answering(async (request, params, requestId) => {
    const { person, sessionId } = await requireSession(request);
    requireOwnPage(request);
    const json = await readJson(request);
    const path = parsePart(schemas.params, params, "path");
    const body = parsePart(schemas.body, json, "body");
    const by = { person, sessionId, idempotencyKey: idempotencyKey(request), requestId };
    const viewer = viewerOf(person);
    // After all that could be wrong with the request itself: a bad one is answered alike whether there is a pipeline or not.
    const watch = findPipeline(viewer, path.target, path.pipeline);
    const receipt = await press({ params: path, body, by }).catch((error: unknown) => {
      // Where the press finds out that there is none, the answer is the one for what may not be seen.
      const isNone = error instanceof ApiError && error.code === "pipeline.not-found";
      throw isNone ? noSuchPipeline(viewer, watch, path.pipeline) : error;
    });
    const settled = isFinal(receipt.state) || receipt.state === "accepted";
    const reply: ReceiptReply = { receipt, now: nowInstant() };
    return jsonResponse(reply, settled ? 200 : 202, requestId);
  });
}

function idempotencyKey(request: NextRequest): string {
  const key = request.headers.get("idempotency-key");
  const parsed = z.guid().safeParse(key);
  if (parsed.success) return parsed.data.toLowerCase();
  throw invalid([
    {
      field: "header.Idempotency-Key",
      message: key === null ? "is missing, expected a uuid" : "must be a uuid",
    },
  ]);
}
