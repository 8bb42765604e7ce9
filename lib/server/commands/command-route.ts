import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Receipt, ReceiptReply } from "@/lib/contract/receipt";
import type { Person } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { can, requireRole } from "../auth/policy";
import { requireSession } from "../auth/require-session";
import { nowInstant } from "../clock";
import { answering, type RouteHandler } from "../http/answering";
import { invalid, parsePart } from "../http/parse";
import { jsonResponse } from "../http/problem";
import { readJson } from "../http/read-body";
import { requireOwnPage } from "../http/same-origin";
import type { Presser } from "./press";

/**
 * A POST that presses something: session (401), made by a page of ours (403), a role that may press `verb` (or one of
 * them) at all (403), JSON of at most 64 KiB (415, 413), `Idempotency-Key`, path and body by their schemas (400), then `press`.
 * Answers the receipt with 200 when it is settled and 202 when it is not.
 */
export function commandRoute<P extends z.ZodType, B extends z.ZodType>(
  schemas: { verb: Verb | readonly [Verb, ...Verb[]]; params: P; body: B },
  press: (input: { params: z.output<P>; body: z.output<B>; by: Presser }) => Promise<Receipt>,
): RouteHandler {
  return answering(async (request, params, requestId) => {
    const session = await requireSession(request);
    requireOwnPage(request);
    requireAnyVerb(session.person, schemas.verb, requestId);
    const json = await readJson(request);
    const { person, sessionId } = session;
    const receipt = await press({
      params: parsePart(schemas.params, params, "path"),
      body: parsePart(schemas.body, json, "body"),
      by: { person, sessionId, idempotencyKey: idempotencyKey(request), requestId },
    });
    const settled = receipt.state === "accepted" || receipt.state === "refused";
    const reply: ReceiptReply = { receipt, now: nowInstant() };
    return jsonResponse(reply, settled ? 200 : 202, requestId);
  });
}

function requireAnyVerb(person: Person, verb: Verb | readonly [Verb, ...Verb[]], requestId: string): void {
  const [first, ...others] = typeof verb === "string" ? ([verb] as const) : verb;
  if (!others.some((other) => can(person, other).allowed)) requireRole(person, first, requestId);
}

function idempotencyKey(request: NextRequest): string {
  const key = request.headers.get("idempotency-key");
  const parsed = z.uuid().safeParse(key);
  if (parsed.success) return parsed.data.toLowerCase();
  throw invalid([
    {
      field: "header.Idempotency-Key",
      message: key === null ? "is missing, expected a uuid" : "must be a uuid",
    },
  ]);
}
