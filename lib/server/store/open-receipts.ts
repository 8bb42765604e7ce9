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

/**
 * Whether AWS accepted another press of the same verb on the very same thing, so that the effect is that one's. Only
 * for verbs that AWS carries out once. Throws `store.unavailable`.
 */
export async function isAnothers(id: string): Promise<boolean> {
  const [own] = await stored(() => db().select().from(receipts).where(eq(receipts.id, id)));
  if (!own?.guarded || own.precondition === null) return false;
  const others = await stored(() =>
    db()
      .select({ id: receipts.id })
      .from(receipts)
      .where(
        and(
          ne(receipts.id, id),
          eq(receipts.precondition, own.precondition ?? ""),
          eq(receipts.verb, own.verb),
          sql`${receipts.expectation} is not distinct from ${own.expectation === null ? null : JSON.stringify(own.expectation)}::jsonb`,
          inArray(receipts.state, ["accepted", "confirmed"]),
          sql`${receipts.awsRequestId} is not null`,
        ),
      )
      .limit(1),
  );
  return others.length > 0;
}

function toOpen(row: ReceiptRow): OpenReceipt {
  return { receipt: toReceipt(row), expectation: row.expectation ?? {}, servedBy: row.servedBy };
}
