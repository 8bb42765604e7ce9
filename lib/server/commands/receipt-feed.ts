import "server-only";
import { getHub } from "../live/get-hub";
import { log } from "../log";
import { processId } from "../process-id";
import { batched } from "../store/batched";
import { processLock } from "../store/process-lock";
import { logHead } from "../store/receipt-log";
import { RECEIPTS_CHANNEL, toReceiptNotice } from "../store/receipt-notices";
import { findReceipts } from "../store/receipts";
import { StoreSession } from "../store/store-session";
import { Anchors, anchorFile } from "./anchors";
import { Settler } from "./settler";

const TURN_MS = 250;
/** How often a process asks whether it is its turn to settle. */
const ASK_MS = 2000;
/** Whose turn it is to settle has this lock; each process has one by its name as well. No target is called so. */
const SETTLERS = "receipts settler";

declare global {
  var pipedeckReceipts: ReceiptFeed | undefined;
}

/** Hears of every step of every receipt: tells the browsers, anchors the log, and settles what is open. */
export class ReceiptFeed {
  readonly #anchors = new Anchors(anchorFile());
  readonly #settler = new Settler();
  readonly #session: StoreSession;
  readonly #find = batched(findReceipts);
  #isUp = false;
  #leads = false;
  /** Whether this session has the lock of the process; one that was lost may keep it for a while. */
  #isNamed = false;
  #turns = 0;
  #turning = false;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.#session = new StoreSession([RECEIPTS_CHANNEL], {
      up: () => void this.#up(),
      down: () => {
        this.#isUp = false;
        this.#leads = false;
        this.#isNamed = false;
      },
      notified: (_channel, payload) => this.#notified(payload),
    });
  }

  start(): void {
    this.#session.start();
    this.#timer = setInterval(() => void this.#turn(), TURN_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#anchors.written();
    await this.#session.stop();
  }

  async #up(): Promise<void> {
    try {
      await this.#takeName();
      const missing = await this.#anchors.missing();
      if (missing) log.error(missing, "the log of receipts lacks what was anchored: it was changed");
      const head = await logHead();
      if (head && !missing) this.#anchors.add(head);
      this.#isUp = true;
    } catch (error) {
      log.warn({ err: error }, "the log of receipts was not looked at");
      this.#isUp = true;
    }
  }

  /** Takes a lock for as long as this session lasts; false when another session has it. */
  async #take(name: string): Promise<boolean> {
    return (await this.#session.tryLocks([name])).length > 0;
  }

  async #takeName(): Promise<void> {
    this.#isNamed = await this.#take(processLock(processId()));
  }

  #notified(payload: string): void {
    const notice = toReceiptNotice(payload);
    if (!notice) return;
    this.#anchors.add(notice);
    this.#settler.hear(notice);
    if (notice.receiptId !== null && getHub().size > 0) void this.#publish(notice.receiptId);
  }

  async #publish(id: string): Promise<void> {
    try {
      const receipt = await this.#find(id);
      if (receipt) getHub().publishReceipt(receipt);
    } catch (error) {
      log.debug({ err: error }, "a receipt was not told to the browsers");
    }
  }

  async #turn(): Promise<void> {
    if (!this.#isUp || this.#turning) return;
    this.#turning = true;
    try {
      // Without it others find that this process is gone, and settle what it is sending.
      if (!this.#isNamed) await this.#takeName();
      this.#turns += 1;
      const asks = (this.#turns - 1) % Math.round(ASK_MS / TURN_MS) === 0;
      if (!this.#leads && asks) this.#leads = await this.#take(SETTLERS);
      if (this.#leads) await this.#settler.turn();
    } catch (error) {
      log.warn({ err: error }, "receipts are not settled for now");
    } finally {
      this.#turning = false;
    }
  }
}

/** Starts the one feed of this process. */
export function startReceipts(): void {
  globalThis.pipedeckReceipts ??= new ReceiptFeed();
  globalThis.pipedeckReceipts.start();
}
