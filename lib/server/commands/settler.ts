import "server-only";
import type { ReceiptAction } from "@/lib/domain/receipt-transitions";
import { followClock, monotonic, now, nowInstant } from "../clock";
import { getConfig } from "../config/get-config";
import { log } from "../log";
import { processId } from "../process-id";
import { findOpen, type OpenReceipt, openReceipts } from "../store/open-receipts";
import type { ReceiptNotice } from "../store/receipt-notices";
import { stepReceipt } from "../store/receipt-steps";
import { settleReceipt } from "./settle-receipt";

/** An effect is looked for this soon after AWS accepted, then later each time. */
const FIRST_LOOK_MS = 300;
const LONGEST_WAIT_MS = 20_000;
/** Looks that a person may be waiting for: they go before all else. */
const URGENT_LOOKS = 3;
/** All that is open is gone through this often, whatever was heard. */
const SCAN_MS = 5000;
/** Of presses that AWS accepted, the effect is looked for this long. */
const LOOKED_FOR_MS = 24 * 3_600_000;
/** A press of this process that is not on its way any more is left behind after this long. */
const LEFT_BEHIND_MS = 60_000;
/** So many are looked at side by side. */
const AT_ONCE = 8;

const ENDED_BEFORE = {
  code: "press.interrupted",
  message: "The server ended before anything was sent to AWS.",
  beforeSending: true,
};

/** What the settler asks of whoever knows the other processes. */
export interface SettlerPorts {
  /** Whether the process that carried a press out is gone. */
  isGone: (process: string) => Promise<boolean>;
}

/**
 * Brings every receipt to its end, by reading AWS alone: effects that are to be seen, answers that were lost, and what
 * a process left behind when it ended. Of all processes that share a database, one does this at a time.
 */
export class Settler {
  readonly #due = new Map<string, { atMono: number; looks: number }>();
  readonly #looking = new Set<string>();
  readonly #ports: SettlerPorts;
  #scannedMono = Number.NEGATIVE_INFINITY;

  constructor(ports: SettlerPorts) {
    this.#ports = ports;
  }

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
    const gone = new Map<string, boolean>();
    for (const one of open) {
      const { id, state } = one.receipt;
      if (state === "accepted" || state === "unknown") {
        if (!this.#due.has(id)) this.#due.set(id, { atMono: monotonic(), looks: URGENT_LOOKS });
      } else if (await this.#isLeftBehind(one, gone)) await settleLeft(one);
    }
  }

  async #isLeftBehind({ receipt, servedBy }: OpenReceipt, gone: Map<string, boolean>): Promise<boolean> {
    if (globalThis.pipedeckPresses?.has(receipt.id)) return false;
    if (servedBy === null || servedBy === processId())
      return now() - Date.parse(receipt.recordedAt) > LEFT_BEHIND_MS;
    const known = gone.get(servedBy) ?? (await this.#ports.isGone(servedBy));
    gone.set(servedBy, known);
    return known;
  }

  async #look(id: string): Promise<void> {
    const looks = this.#due.get(id)?.looks ?? 0;
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_LOOK_MS * 2 ** looks);
    this.#due.set(id, { atMono: monotonic() + waitMs, looks: looks + 1 });
    try {
      const open = await findOpen(id);
      const target = getConfig().targets.find((one) => one.id === open?.receipt.target);
      const isOpen = open?.receipt.state === "accepted" || open?.receipt.state === "unknown";
      if (!open || !isOpen) this.#due.delete(id);
      else if (target && (await settleReceipt(target, open, looks < URGENT_LOOKS ? "press" : "person")))
        this.#due.delete(id);
    } catch (error) {
      log.debug({ err: error, receiptId: id }, "effect not looked for yet");
    }
  }
}

/** What was never sent is refused; of what was sent, reading will tell. */
async function settleLeft({ receipt }: OpenReceipt): Promise<void> {
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
