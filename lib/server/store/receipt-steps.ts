import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Receipt } from "@/lib/domain/receipt";
import { KNOWABLE_IN, type ReceiptAction } from "@/lib/domain/receipt-transitions";
import { GUARDED } from "@/lib/domain/verb-guard";
import { processId } from "../process-id";
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
  /** Two presses with the same precondition are never in flight together; see `lib/domain/verb-guard.ts`. */
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
 * Writes what became known of a press, committed when this returns. Undefined when it cannot become known in the state
 * the receipt has by now, as when another server settled it: then nothing is written, and a press that was to be sent
 * must not be. Throws `store.unavailable`.
 *
 * @param expectation with `send`: what the press needs to recognise its effect later
 */
export async function stepReceipt(
  id: string,
  action: ReceiptAction,
  expectation?: Record<string, unknown>,
): Promise<Receipt | undefined> {
  const [row] = await stored(() =>
    db()
      .update(receipts)
      .set({ ...columnsOf(action), ...(expectation === undefined ? {} : { expectation }) })
      .where(and(eq(receipts.id, id), inArray(receipts.state, [...KNOWABLE_IN[action.kind]])))
      .returning(),
  );
  return row && toReceipt(row);
}

/** The columns that say what became known: those of `nextReceipt`. */
function columnsOf(action: ReceiptAction): PgUpdateSetSource<typeof receipts> {
  switch (action.kind) {
    case "send":
      return { state: "sent", sentAt: new Date(action.at) };
    case "accept":
      return {
        state: "accepted",
        settledAt: new Date(action.at),
        ...requestId(action),
        ...startedExecution(action),
      };
    case "refuse": {
      const settledAt = new Date(action.at);
      return { state: "refused", settledAt, ...requestId(action), ...refusalColumns(action.refusal) };
    }
    case "lose":
      return { state: "unknown", ...requestId(action) };
    case "confirm": {
      const at = new Date(action.at);
      const settledAt = sql`coalesce(${receipts.settledAt}, ${action.at}::timestamptz)`;
      const finding = action.finding.slice(0, 2000);
      return { state: "confirmed", settledAt, confirmedAt: at, finding, ...startedUnlessKnown(action) };
    }
    case "rule-out":
      return {
        state: "no-effect",
        settledAt: new Date(action.at),
        finding: action.finding.slice(0, 2000),
      };
    case "leave-open":
      return {
        state: "undecided",
        settledAt: new Date(action.at),
        finding: action.finding.slice(0, 2000),
      };
  }
}

/** Absent leaves what is known. */
function requestId({ awsRequestId }: { awsRequestId?: string }): { awsRequestId?: string } {
  return awsRequestId === undefined ? {} : { awsRequestId };
}

/** Absent leaves what is known. */
function startedExecution({ startedExecutionId }: { startedExecutionId?: string }): {
  startedExecutionId?: string;
} {
  return startedExecutionId === undefined ? {} : { startedExecutionId };
}

/** What AWS answered with stands; what reading shows fills the gap where the answer was lost. */
function startedUnlessKnown({ startedExecutionId }: { startedExecutionId?: string }) {
  if (startedExecutionId === undefined) return {};
  return { startedExecutionId: sql`coalesce(${receipts.startedExecutionId}, ${startedExecutionId}::text)` };
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
    servedBy: processId(),
    guarded: GUARDED[press.verb],
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
