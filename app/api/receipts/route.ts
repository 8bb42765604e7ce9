import { ReceiptQuery } from "@/lib/contract/receipt";
import { exportReceipts, readReceipts } from "@/lib/server/reads/read-receipts";
import { otherMethods, readRoute } from "@/lib/server/route";

/**
 * GET /api/receipts: presses newest first; ?target= ?pipeline= ?executionId= ?person= ?verb= ?state= ?from= ?to= ?q=
 * ?cursor= ?limit=, or all that match as `Accept: text/csv`.
 */
export const GET = readRoute(
  { query: ReceiptQuery, csv: async ({ query, viewer }) => exportReceipts(viewer, query) },
  async ({ query, viewer }) => readReceipts(viewer, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
