import { ReceiptPath } from "@/lib/contract/path";
import { readReceipt } from "@/lib/server/reads/read-receipts";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/receipts/{id}: one press, whoever made it. */
export const GET = readRoute({ params: ReceiptPath }, async ({ params, viewer }) =>
  readReceipt(viewer, params.id),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
