import "server-only";
import { and, eq, inArray, lt } from "drizzle-orm";
import type { Receipt, ReceiptState } from "@/lib/domain/receipt";
import { db } from "./store";
import { stored, violatedConstraint } from "./stored";
import { receipts } from "./tables/receipts";
import { type ReceiptRow, toReceipt } from "./to-receipt";

/** A press as it is first written down. */
export interface NewReceipt {
  id: string;
  verb: Receipt["verb"];
  target: string;
  pipeline: string;
  stage?: string;
  action?: string;
  executionId?: string;
  /** Two presses with the same precondition are never in flight together. */
  precondition: string;
  person: { id: string; name: string };
  sessionId: string;
  reason?: string;
  requestHash: string;
  recordedAtMs: number;
}

export type Refusal = NonNullable<Receipt["refusal"]>;

/**
 * Writes a press as `recorded`, committed when this returns. `key-taken`: a receipt with this id exists already.
 * `busy`: another press on the same thing is in flight. Throws `store.unavailable`.
 */
export async function recordReceipt(press: NewReceipt): Promise<Receipt | "key-taken" | "busy"> {
  try {
    const [row] = await stored(() =>
      db()
        .insert(receipts)
        .values({ ...columns(press), precondition: press.precondition, state: "recorded" })
        .returning(),
    );
    return only(row);
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === "receipts_pkey") return "key-taken";
    if (constraint === "receipts_one_at_a_time") return "busy";
    throw error;
  }
}

/** Writes a press that is refused from the start. `key-taken` as above. Throws `store.unavailable`. */
export async function recordRefused(press: NewReceipt, refusal: Refusal): Promise<Receipt | "key-taken"> {
  const at = new Date(press.recordedAtMs);
  const [row] = await stored(() =>
    db()
      .insert(receipts)
      .values({ ...columns(press), state: "refused", settledAt: at, ...refusalColumns(refusal) })
      .onConflictDoNothing({ target: receipts.id })
      .returning(),
  );
  return row ? toReceipt(row) : "key-taken";
}

/**
 * `recorded` → `sent`, committed when this returns. Undefined when the row is no longer `recorded`, because
 * another server settled it as never sent: then it must not be sent. Throws `store.unavailable`.
 */
export function markSent(id: string, atMs: number): Promise<Receipt | undefined> {
  return step(id, ["recorded"], { state: "sent", sentAt: new Date(atMs) });
}

/** AWS accepted it. */
export function markAccepted(id: string, atMs: number, awsRequestId?: string): Promise<Receipt | undefined> {
  return step(id, ["sent", "unknown"], { state: "accepted", settledAt: new Date(atMs), awsRequestId });
}

/** We or AWS said no. */
export function markRefused(
  id: string,
  atMs: number,
  refusal: Refusal,
  awsRequestId?: string,
): Promise<Receipt | undefined> {
  return step(id, ["recorded", "sent", "unknown"], {
    state: "refused",
    settledAt: new Date(atMs),
    awsRequestId,
    ...refusalColumns(refusal),
  });
}

/** Sent, and the answer was lost. */
export function markUnknown(id: string, awsRequestId?: string): Promise<Receipt | undefined> {
  return step(id, ["sent"], { state: "unknown", awsRequestId });
}

/** What a crash left behind: rows recorded before `beforeMs` that are still on their way. */
export async function settleLeftBehind(
  beforeMs: number,
  refusal: Refusal,
): Promise<{ refused: number; unknown: number }> {
  const before = lt(receipts.recordedAt, new Date(beforeMs));
  const neverSent = await stored(() =>
    db()
      .update(receipts)
      .set({ state: "refused", settledAt: new Date(beforeMs), ...refusalColumns(refusal) })
      .where(and(eq(receipts.state, "recorded"), before))
      .returning({ id: receipts.id }),
  );
  const unanswered = await stored(() =>
    db()
      .update(receipts)
      .set({ state: "unknown" })
      .where(and(eq(receipts.state, "sent"), before))
      .returning({ id: receipts.id }),
  );
  return { refused: neverSent.length, unknown: unanswered.length };
}

async function step(id: string, from: ReceiptState[], to: Partial<ReceiptRow>): Promise<Receipt | undefined> {
  const [row] = await stored(() =>
    db()
      .update(receipts)
      .set(to)
      .where(and(eq(receipts.id, id), inArray(receipts.state, from)))
      .returning(),
  );
  return row && toReceipt(row);
}

function columns(press: NewReceipt) {
  return {
    id: press.id,
    verb: press.verb,
    target: press.target,
    pipeline: press.pipeline,
    stage: press.stage,
    action: press.action,
    executionId: press.executionId,
    personId: press.person.id,
    personName: press.person.name,
    sessionId: press.sessionId,
    reason: press.reason,
    requestHash: press.requestHash,
    recordedAt: new Date(press.recordedAtMs),
  };
}

function refusalColumns(refusal: Refusal) {
  return {
    refusalCode: refusal.code,
    refusalMessage: refusal.message.slice(0, 2000),
    refusalBeforeSending: refusal.beforeSending,
  };
}

function only(row: ReceiptRow | undefined): Receipt {
  if (!row) throw new Error("the insert gave no row back");
  return toReceipt(row);
}
