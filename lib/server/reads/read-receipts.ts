import "server-only";
import type { ReceiptList, ReceiptQuery, ReceiptReply } from "@/lib/contract/receipt";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { receiptPlaces } from "../store/receipt-places";
import { findReceipt, listReceipts } from "../store/receipts";
import { receiptCsv, receiptCsvHead } from "./receipt-csv";

const PAGE = 50;
const EXPORTED_AT_ONCE = 1000;
const MOST_EXPORTED = 50_000;

/**
 * Receipts of everybody at pipelines that a viewer may see, newest first, from the store. A filter by what may not be
 * seen finds as little as one by what does not exist. Throws `store.unavailable`.
 */
export async function readReceipts(viewer: Viewer, query: ReceiptQuery): Promise<ReceiptList> {
  const { cursor, limit } = query;
  const { items, next } = await listReceipts({
    ...(await wantedBy(viewer, query)),
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

/** All that match and that a viewer may see, newest first, as comma-separated values; at most 50,000. Throws `store.unavailable`. */
export async function exportReceipts(viewer: Viewer, query: ReceiptQuery): Promise<string> {
  const parts = [receiptCsvHead()];
  const wanted = await wantedBy(viewer, query);
  let before: number | undefined;
  for (let count = 0; count < MOST_EXPORTED; count += EXPORTED_AT_ONCE) {
    const page = await listReceipts({ ...wanted, limit: EXPORTED_AT_ONCE, before });
    parts.push(...page.items.map(receiptCsv));
    before = page.next;
    if (before === undefined) break;
  }
  return parts.join("");
}

async function wantedBy(
  viewer: Viewer,
  { target, pipeline, executionId, person, verb, state, from, to, q }: ReceiptQuery,
) {
  return {
    ...(viewer.seesAll ? {} : { places: await seenPlaces(viewer, { target, pipeline }) }),
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
export async function readReceipt(viewer: Viewer, id: string): Promise<ReceiptReply> {
  const found = await findReceipt(id);
  const seen = found && viewer.sees(found.receipt.target, found.receipt.pipeline);
  if (!seen) throw new ApiError("receipt.not-found", `No press has the id ${id}.`);
  return { receipt: found.receipt, now: nowInstant() };
}

async function seenPlaces(viewer: Viewer, { target, pipeline }: { target?: string; pipeline?: string }) {
  const asked = target === undefined || pipeline === undefined ? undefined : [{ target, pipeline }];
  const places = asked ?? (await receiptPlaces());
  return places.filter((place) => viewer.sees(place.target, place.pipeline));
}
