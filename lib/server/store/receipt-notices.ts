import "server-only";
import { z } from "zod";

/** Tells everybody who listens of every step that was added to the log, as it is committed. */
export const RECEIPTS_CHANNEL = "pipedeck_receipts";

const Notice = z.object({
  seq: z.number(),
  hash: z.string(),
  kind: z.string(),
  receiptId: z.string().nullable(),
  step: z.string(),
});
export type ReceiptNotice = z.infer<typeof Notice>;

/** A notice as PostgreSQL sent it; undefined for anything else. */
export function toReceiptNotice(payload: string): ReceiptNotice | undefined {
  try {
    return Notice.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
