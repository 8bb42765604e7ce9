import "server-only";
import type { ReceiptList, ReceiptQuery, ReceiptReply } from "@/lib/contract/receipt";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { ApiError } from "../errors";
import { receiptPlaces } from "../store/receipt-places";
import { findReceipt, listReceipts } from "../store/receipts";

const PAGE = 50;

/**
 * Receipts of everybody at pipelines that a viewer may see, newest first, from the store. A filter by what may not be
 * seen finds as little as one by what does not exist. Throws `store.unavailable`.
 */
export async function readReceipts(viewer: Viewer, query: ReceiptQuery): Promise<ReceiptList> {
  const { cursor, limit, ...filters } = query;
  const { items, next } = await listReceipts({
    ...filters,
    ...(viewer.seesAll ? {} : { places: await seenPlaces(viewer, filters) }),
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
