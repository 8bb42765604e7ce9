import "server-only";
import { and, asc, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Receipt } from "@/lib/domain/receipt";
import { db } from "./store";
import { stored } from "./stored";
import { receipts } from "./tables/receipts";
import { type ReceiptRow, toReceipt } from "./to-receipt";

/** A receipt of which more will become known, with what its row has besides. */
export interface OpenReceipt {
  receipt: Receipt;
  expectation: Record<string, unknown>;
  servedBy: string | null;
}

/** At most this many are looked after at once; the oldest first. */
const MOST = 1000;

/**
 * Receipts that are on their way, unknown, or accepted and not yet confirmed; of the accepted those that were sent
 * after `acceptedSinceMs`. Throws `store.unavailable`.
 */
export async function openReceipts(acceptedSinceMs: number): Promise<OpenReceipt[]> {
  const rows = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(
        or(
          inArray(receipts.state, ["recorded", "sent", "unknown"]),
          and(eq(receipts.state, "accepted"), gt(receipts.sentAt, new Date(acceptedSinceMs))),
        ),
      )
      .orderBy(asc(receipts.seq))
      .limit(MOST),
  );
  return rows.map(toOpen);
}

/** The same of one receipt, in whatever state it is. Throws `store.unavailable`. */
export async function findOpen(id: string): Promise<OpenReceipt | undefined> {
  const [row] = await stored(() => db().select().from(receipts).where(eq(receipts.id, id)));
  return row && toOpen(row);
}

/** Presses on the very same thing whose answers are awaited or were lost, the oldest first. Throws `store.unavailable`. */
export async function unansweredOn(precondition: string): Promise<OpenReceipt[]> {
  const rows = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(and(eq(receipts.precondition, precondition), inArray(receipts.state, ["sent", "unknown"])))
      .orderBy(asc(receipts.seq)),
  );
  return rows.map(toOpen);
}

/** The press that keeps every other one on the very same thing waiting; undefined when none does. Throws `store.unavailable`. */
export async function holderOf(precondition: string): Promise<Receipt | undefined> {
  const holds = or(
    inArray(receipts.state, ["recorded", "sent"]),
    and(eq(receipts.state, "unknown"), eq(receipts.guarded, false)),
  );
  const [row] = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(and(eq(receipts.precondition, precondition), holds)),
  );
  return row && toReceipt(row);
}

/**
 * Another press with the same effect on the very same thing, to which the effect belongs: `accepted` when AWS said so to it,
 * `later` when its own look saw nothing of the effect after this one had been sent, and its answer was lost as well. Only
 * for verbs that AWS carries out once. Throws `store.unavailable`.
 */
export async function rivalOf(id: string): Promise<"accepted" | "later" | undefined> {
  const [own] = await stored(() => db().select().from(receipts).where(eq(receipts.id, id)));
  if (!own?.guarded || own.precondition === null) return undefined;
  const precondition = own.precondition;
  const others = await stored(() =>
    db()
      .select({ seq: receipts.seq, state: receipts.state, awsRequestId: receipts.awsRequestId })
      .from(receipts)
      .where(
        and(
          ne(receipts.id, id),
          eq(receipts.precondition, precondition),
          sameEffect(own),
          sql`${receipts.expectation} is not distinct from ${own.expectation === null ? null : JSON.stringify(own.expectation)}::jsonb`,
          inArray(receipts.state, ["sent", "unknown", "accepted", "confirmed"]),
        ),
      ),
  );
  const wasTold = ({ state, awsRequestId }: (typeof others)[number]) =>
    (state === "accepted" || state === "confirmed") && awsRequestId !== null;
  if (others.some(wasTold)) return "accepted";
  return others.some(({ seq }) => seq > own.seq) ? "later" : undefined;
}

/**
 * Presses whose effect AWS shows alike: of one verb; of stops, the two ways of one and the same reason, and of those that
 * abandon all, since AWS abandons an execution once.
 */
function sameEffect({ verb, reason }: ReceiptRow) {
  if (verb !== "stop" && verb !== "abandon") return eq(receipts.verb, verb);
  const sameReason = sql`${receipts.reason} is not distinct from ${reason}`;
  const ofStops = and(inArray(receipts.verb, ["stop", "abandon"]), sameReason);
  return verb === "stop" ? ofStops : or(eq(receipts.verb, "abandon"), ofStops);
}

function toOpen(row: ReceiptRow): OpenReceipt {
  return { receipt: toReceipt(row), expectation: row.expectation ?? {}, servedBy: row.servedBy };
}
