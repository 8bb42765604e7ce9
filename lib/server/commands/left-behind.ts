import "server-only";
import type { ReceiptAction } from "@/lib/domain/receipt-transitions";
import { now, nowInstant } from "../clock";
import { log } from "../log";
import { processId } from "../process-id";
import type { OpenReceipt } from "../store/open-receipts";
import { isProcessGone } from "../store/process-lock";
import { stepReceipt } from "../store/receipt-steps";

/** A press of this process that is not on its way any more is left behind after this long. */
const LEFT_BEHIND_MS = 60_000;

/** Whether nobody carries a press on that is recorded or sent. Throws `store.unavailable`. */
export async function isLeftBehind({ receipt, servedBy }: OpenReceipt): Promise<boolean> {
  if (globalThis.pipedeckPresses?.has(receipt.id)) return false;
  if (servedBy === null || servedBy === processId())
    return now() - Date.parse(receipt.recordedAt) > LEFT_BEHIND_MS;
  return isProcessGone(servedBy);
}

/** What was never sent is refused; of what was sent, reading will tell. Throws `store.unavailable`. */
export async function settleLeft({ receipt }: OpenReceipt): Promise<void> {
  const action: ReceiptAction =
    receipt.state === "recorded"
      ? { kind: "refuse", at: nowInstant(), refusal: ENDED_BEFORE }
      : { kind: "lose" };
  const stepped = await stepReceipt(receipt.id, action);
  log.warn(
    { receiptId: receipt.id, state: stepped?.state },
    "a press was left behind by a process that ended",
  );
}

const ENDED_BEFORE = {
  code: "press.interrupted",
  message: "The server ended before anything was sent to AWS.",
  beforeSending: true,
};
