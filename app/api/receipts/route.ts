import { ReceiptQuery } from "@/lib/contract/receipt";
import { readReceipts } from "@/lib/server/reads/read-receipts";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/receipts: presses newest first; ?target= ?pipeline= ?executionId= ?cursor= ?limit= */
export const GET = readRoute({ query: ReceiptQuery }, async ({ query, viewer }) =>
  readReceipts(viewer, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
