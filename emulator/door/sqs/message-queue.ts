import type { BridgeEvent } from "../../engine/event-log";
import type { Random } from "../../engine/random";
import { readReceipt, receiptHandle } from "./receipt-handle";

/** How long a message is kept, as SQS does unless told otherwise. */
export const RETENTION_MS = 4 * 24 * 60 * 60 * 1000;
/** So many messages are kept in a queue; beyond that the oldest go. */
const MOST_MESSAGES = 20_000;
/** A held event is let go after so long even when no other follows. */
const LONGEST_HELD_MS = 60_000;

/** A message in a queue; instants are epoch ms of the time its readers go by. */
export interface QueuedMessage {
  id: string;
  event: BridgeEvent;
  sentAt: number;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  /** While it is in flight: when it can be received again. */
  visibleAt: number;
}

/** A message that was just received. */
export interface ReceivedMessage {
  message: QueuedMessage;
  handle: string;
}

/** How many messages can be received, are in flight, and are held back. */
export interface QueueCounts {
  waiting: number;
  inFlight: number;
  delayed: number;
}

/** A standard queue as SQS keeps it. Nothing in it runs by itself; `now` is told with every call. */
export class MessageQueue {
  readonly createdAt: number;
  readonly #name: string;
  readonly #random: Random;
  readonly #all = new Map<string, QueuedMessage>();
  /** In the order in which they are received. */
  readonly #waiting = new Set<QueuedMessage>();
  readonly #inFlight = new Set<QueuedMessage>();
  #held: { event: BridgeEvent; until: number }[] = [];

  /** `name` tells the queue from all others, so that receipts are good in one of them only. */
  constructor(name: string, random: Random, createdAt: number) {
    this.#name = name;
    this.#random = random;
    this.createdAt = createdAt;
  }

  get isHolding(): boolean {
    return this.#held.length > 0;
  }

  send(event: BridgeEvent, sentAt: number): void {
    const id = this.#random.uuid();
    const message = { id, event, sentAt, receiveCount: 0, firstReceivedAt: undefined, visibleAt: sentAt };
    this.#all.set(id, message);
    this.#waiting.add(message);
    if (this.#all.size <= MOST_MESSAGES) return;
    const [oldest] = this.#all.values();
    if (oldest) this.#forget(oldest);
  }

  /** Keeps an event back until the next one has been sent. */
  hold(event: BridgeEvent, now: number): void {
    this.#held.push({ event, until: now + LONGEST_HELD_MS });
  }

  /** Sends what is held back. */
  letGo(now: number): void {
    const held = this.#held;
    this.#held = [];
    for (const { event } of held) this.send(event, now);
  }

  /** Takes up to `most` messages, which then are out of sight for `hiddenMs`. */
  receive(now: number, most: number, hiddenMs: number): ReceivedMessage[] {
    this.#settle(now);
    const taken: ReceivedMessage[] = [];
    for (const message of this.#waiting) {
      if (taken.length === most) break;
      this.#waiting.delete(message);
      this.#inFlight.add(message);
      message.visibleAt = now + hiddenMs;
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      taken.push({ message, handle: receiptHandle(this.#name, message.id, message.receiveCount) });
    }
    return taken;
  }

  /**
   * Deletes what was received with `handle`; nothing happens when it is gone or was received again since. `false` when
   * it is no handle of this queue.
   */
  delete(handle: string): boolean {
    const receipt = readReceipt(this.#name, handle);
    if (receipt === undefined) return false;
    const message = this.#all.get(receipt.messageId);
    if (message?.receiveCount === receipt.receiveCount) this.#forget(message);
    return true;
  }

  counts(now: number): QueueCounts {
    this.#settle(now);
    return { waiting: this.#waiting.size, inFlight: this.#inFlight.size, delayed: this.#held.length };
  }

  /** When the next message comes back or is let go by itself. */
  nextChangeAt(): number | undefined {
    const instants = [...this.#inFlight].map(({ visibleAt }) => visibleAt);
    instants.push(...this.#held.map(({ until }) => until));
    return instants.length === 0 ? undefined : instants.reduce((left, right) => Math.min(left, right));
  }

  /** Lets happen what is due by itself: messages come back into sight, are let go, or have grown too old. */
  #settle(now: number): void {
    if (this.#held.some(({ until }) => until <= now)) this.letGo(now);
    for (const message of this.#inFlight) {
      if (message.visibleAt > now) continue;
      this.#inFlight.delete(message);
      this.#waiting.add(message);
    }
    for (const message of this.#all.values()) {
      if (message.sentAt > now - RETENTION_MS) break;
      this.#forget(message);
    }
  }

  #forget(message: QueuedMessage): void {
    this.#all.delete(message.id);
    this.#waiting.delete(message);
    this.#inFlight.delete(message);
  }
}
