import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Receipt, ReceiptReply } from "@/lib/contract/receipt";
import type { Person } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { isFinal } from "@/lib/domain/receipt-transitions";
import { can, requireRole } from "../auth/policy";
import { requireSession } from "../auth/require-session";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { answering, type RouteHandler } from "../http/answering";
import { invalid, parsePart } from "../http/parse";
import { jsonResponse } from "../http/problem";
import { readJson } from "../http/read-body";
import { requireOwnPage } from "../http/same-origin";
import { log } from "../log";
import { recordEvent } from "../store/receipt-log";
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
    const { person, sessionId } = await requireSession(request);
    requireOwnPage(request);
    const about = { verb: firstOf(schemas.verb), person, sessionId, path: params, requestId };
    const receipt = await recordingDenial(about, async () => {
      requireAnyVerb(person, schemas.verb, requestId);
      const json = await readJson(request);
      return press({
        params: parsePart(schemas.params, params, "path"),
        body: parsePart(schemas.body, json, "body"),
        by: { person, sessionId, idempotencyKey: idempotencyKey(request), requestId },
      });
    });
    const settled = isFinal(receipt.state) || receipt.state === "accepted";
    const reply: ReceiptReply = { receipt, now: nowInstant() };
    return jsonResponse(reply, settled ? 200 : 202, requestId);
  });
}

/** Who may not, and tried, is written down before the 403 goes out; a store that is away is in the server's log. */
async function recordingDenial(
  { verb, ...about }: { verb: Verb; [more: string]: unknown },
  work: () => Promise<Receipt>,
): Promise<Receipt> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError && error.code === "auth.forbidden") {
      await recordEvent("denied", verb, { at: nowInstant(), ...about, why: error.detail }).catch(
        (failure: unknown) => log.error({ err: failure, ...about }, "a denied press was not recorded"),
      );
    }
    throw error;
  }
}

function firstOf(verb: Verb | readonly [Verb, ...Verb[]]): Verb {
  return typeof verb === "string" ? verb : verb[0];
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
