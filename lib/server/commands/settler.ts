import "server-only";
import { isLeftUnseen, LOOKED_FOR_MS } from "@/lib/domain/effect-search";
import { followClock, monotonic, now } from "../clock";
import { findTarget } from "../config/find-target";
import { log } from "../log";
import { findOpen, openReceipts } from "../store/open-receipts";
import type { ReceiptNotice } from "../store/receipt-notices";
import { isLeftBehind, settleLeft } from "./left-behind";
import { settleReceipt } from "./settle-receipt";

/** An effect is looked for this soon after AWS accepted, then later each time. */
const FIRST_LOOK_MS = 300;
const LONGEST_WAIT_MS = 20_000;
/** Looks that a person may be waiting for: they go before all else. */
const URGENT_LOOKS = 3;
/** All that is open is gone through this often, whatever was heard. */
const SCAN_MS = 5000;
/** So many are looked at side by side. */
const AT_ONCE = 8;

/**
 * Brings every receipt to its end, by reading AWS alone: effects that are to be seen, answers that were lost, and what
 * a process left behind when it ended. Of all processes that share a database, one does this at a time.
 */
export class Settler {
  readonly #due = new Map<string, { atMono: number; looks: number }>();
  readonly #looking = new Set<string>();
  #scannedMono = Number.NEGATIVE_INFINITY;

  /** A receipt has come to another state. */
  hear({ receiptId, step }: ReceiptNotice): void {
    if (receiptId === null) return;
    if (step === "accepted" || step === "unknown")
      this.#due.set(receiptId, { atMono: monotonic() + FIRST_LOOK_MS, looks: 0 });
    else this.#due.delete(receiptId);
  }

  /** Looks at what is due; called every moment by the process whose turn it is. Throws `store.unavailable`. */
  async turn(): Promise<void> {
    await followClock();
    if (monotonic() - this.#scannedMono >= SCAN_MS) await this.scan();
    const due = [...this.#due].filter(([id, { atMono }]) => atMono <= monotonic() && !this.#looking.has(id));
    for (const [id] of due.slice(0, AT_ONCE - this.#looking.size)) {
      this.#looking.add(id);
      void this.#look(id).finally(() => this.#looking.delete(id));
    }
  }

  /** Goes through all that is open: settles what was left behind, and remembers to look at the rest. */
  async scan(): Promise<void> {
    this.#scannedMono = monotonic();
    const open = await openReceipts(now() - LOOKED_FOR_MS);
    for (const one of open) {
      const { id, state } = one.receipt;
      if (state === "accepted" || state === "unknown") {
        if (!this.#due.has(id)) this.#due.set(id, { atMono: monotonic(), looks: URGENT_LOOKS });
      } else if (await isLeftBehind(one)) await settleLeft(one);
    }
  }

  async #look(id: string): Promise<void> {
    const looks = this.#due.get(id)?.looks ?? 0;
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_LOOK_MS * 2 ** looks);
    this.#due.set(id, { atMono: monotonic() + waitMs, looks: looks + 1 });
    try {
      const open = await findOpen(id);
      const target = open && findTarget(open.receipt.target);
      const isOpen = open?.receipt.state === "accepted" || open?.receipt.state === "unknown";
      if (!open || !isOpen || isLeftUnseen(open.receipt, now())) this.#due.delete(id);
      else if (await settleReceipt(target, open, looks < URGENT_LOOKS ? "press" : "person"))
        this.#due.delete(id);
    } catch (error) {
      log.debug({ err: error, receiptId: id }, "effect not looked for yet");
    }
  }
}
