import "server-only";
import { and, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import type { Receipt } from "@/lib/domain/receipt";
import { db } from "./store";
import { stored } from "./stored";
import { receipts } from "./tables/receipts";
import { type ReceiptRow, toReceipt } from "./to-receipt";

/** A receipt with what tells whether a request repeats it. */
export interface StoredReceipt {
  receipt: Receipt;
  requestHash: string;
}

/** One page of receipts, newest first. `next` is the place the next page starts after. */
export interface ReceiptPage {
  items: Receipt[];
  next?: number;
}

/** The receipt with this id (a uuid), whoever pressed. Throws `store.unavailable`. */
export async function findReceipt(id: string): Promise<StoredReceipt | undefined> {
  const [row] = await stored(() => db().select().from(receipts).where(eq(receipts.id, id)).limit(1));
  return row && { receipt: toReceipt(row), requestHash: row.requestHash };
}

/** The receipts with these ids, by id. Throws `store.unavailable`. */
export async function findReceipts(ids: readonly string[]): Promise<Map<string, Receipt>> {
  const rows = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(inArray(receipts.id, [...ids])),
  );
  return new Map(rows.map((row) => [row.id, toReceipt(row)]));
}

/** Receipts newest first, only those that match every filter given. Throws `store.unavailable`. */
export async function listReceipts(wanted: {
  target?: string;
  pipeline?: string;
  executionId?: string;
  /** Only receipts recorded before this place, as `next` of the page before gave it. */
  before?: number;
  limit: number;
}): Promise<ReceiptPage> {
  const filters: SQL[] = [];
  if (wanted.target !== undefined) filters.push(eq(receipts.target, wanted.target));
  if (wanted.pipeline !== undefined) filters.push(eq(receipts.pipeline, wanted.pipeline));
  if (wanted.executionId !== undefined) filters.push(eq(receipts.executionId, wanted.executionId));
  if (wanted.before !== undefined) filters.push(lt(receipts.seq, wanted.before));
  const rows: ReceiptRow[] = await stored(() =>
    db()
      .select()
      .from(receipts)
      .where(and(...filters))
      .orderBy(desc(receipts.seq))
      .limit(wanted.limit + 1),
  );
  const items = rows.slice(0, wanted.limit);
  const next = rows.length > wanted.limit ? items.at(-1)?.seq : undefined;
  return { items: items.map(toReceipt), ...(next === undefined ? {} : { next }) };
}
