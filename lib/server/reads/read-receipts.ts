import "server-only";
import type { ReceiptList, ReceiptQuery, ReceiptReply } from "@/lib/contract/receipt";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { findReceipt, listReceipts } from "../store/receipts";

const PAGE = 50;

/** Receipts of everybody, newest first, from the store. Throws `store.unavailable`. */
export async function readReceipts(query: ReceiptQuery): Promise<ReceiptList> {
  const { cursor, limit, ...filters } = query;
  const { items, next } = await listReceipts({
    ...filters,
    limit: limit === undefined ? PAGE : Number(limit),
    ...(cursor === undefined ? {} : { before: Number(cursor) }),
  });
  return {
    items,
    ...(next === undefined ? {} : { nextCursor: String(next) }),
    freshness: {},
    now: nowInstant(),
  };
}

/** One receipt by its id. Throws `receipt.not-found` and `store.unavailable`. */
export async function readReceipt(id: string): Promise<ReceiptReply> {
  const found = await findReceipt(id);
  if (!found) throw new ApiError("receipt.not-found", `No press has the id ${id}.`);
  return { receipt: found.receipt, now: nowInstant() };
}
