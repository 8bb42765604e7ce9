import "server-only";
import type { ReceiptList, ReceiptQuery, ReceiptReply } from "@/lib/contract/receipt";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { findReceipt, listReceipts } from "../store/receipts";
import { receiptCsv, receiptCsvHead } from "./receipt-csv";

const PAGE = 50;
const EXPORTED_AT_ONCE = 1000;
const MOST_EXPORTED = 50_000;

/** Receipts of everybody, newest first, from the store. Throws `store.unavailable`. */
export async function readReceipts(query: ReceiptQuery): Promise<ReceiptList> {
  const { cursor, limit } = query;
  const { items, next } = await listReceipts({
    ...wantedBy(query),
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

/** All that match, newest first, as comma-separated values; at most 50,000. Throws `store.unavailable`. */
export async function exportReceipts(query: ReceiptQuery): Promise<string> {
  const parts = [receiptCsvHead()];
  let before: number | undefined;
  for (let count = 0; count < MOST_EXPORTED; count += EXPORTED_AT_ONCE) {
    const page = await listReceipts({ ...wantedBy(query), limit: EXPORTED_AT_ONCE, before });
    parts.push(...page.items.map(receiptCsv));
    before = page.next;
    if (before === undefined) break;
  }
  return parts.join("");
}

function wantedBy({ target, pipeline, executionId, person, verb, state, from, to, q }: ReceiptQuery) {
  return {
    target,
    pipeline,
    executionId,
    person,
    q,
    verbs: verb,
    states: state,
    ...(from === undefined ? {} : { fromMs: Date.parse(from) }),
    ...(to === undefined ? {} : { toMs: Date.parse(to) }),
  };
}

/** One receipt by its id. Throws `receipt.not-found` and `store.unavailable`. */
export async function readReceipt(id: string): Promise<ReceiptReply> {
  const found = await findReceipt(id);
  if (!found) throw new ApiError("receipt.not-found", `No press has the id ${id}.`);
  return { receipt: found.receipt, now: nowInstant() };
}
