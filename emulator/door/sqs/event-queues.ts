import type { BridgeEvent } from "../../engine/event-log";
import { Random } from "../../engine/random";
import type { World } from "../../engine/world";
import type { EmulatedClock } from "../emulated-clock";
import type { EventFaults } from "./event-faults";
import { MessageQueue } from "./message-queue";

/** Under the real clock a waiting reader looks again at most this often. */
const SOONEST_LOOK_MS = 10;
const LATEST_LOOK_MS = 20_000;

/** The queues of one world: filled with its events as EventBridge would, with the faults in force. */
export class EventQueues {
  readonly #clock: EmulatedClock;
  readonly #world: World;
  readonly #faults: EventFaults;
  readonly #random: Random;
  readonly #queues = new Map<string, MessageQueue>();
  readonly #readers = new Set<() => void>();
  readonly #createdAt: number;
  #closed = false;

  constructor(world: World, clock: EmulatedClock, faults: EventFaults) {
    this.#world = world;
    this.#clock = clock;
    this.#faults = faults;
    this.#random = new Random(world.seed + 3);
    this.#createdAt = clock.waitingNow();
    world.events.listener = (event) => this.#deliver(event);
  }

  /** Set once another world has taken the place of this one. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The queue of an account in a region; every account and region has one. */
  of(account: string, region: string): MessageQueue {
    const key = `${account} ${region}`;
    const known = this.#queues.get(key);
    if (known) return known;
    const fresh = new MessageQueue(`${this.#world.seed} ${key}`, this.#random, this.#createdAt);
    this.#queues.set(key, fresh);
    return fresh;
  }

  #deliver(event: BridgeEvent): void {
    const { account, region } = event;
    if (this.#faults.strikes("lostEvents", account, region)) return;
    const queue = this.of(account, region);
    const sentAt = this.#sentAt();
    const copies = this.#faults.strikes("duplicateEvents", account, region) ? 2 : 1;
    const late = !queue.isHolding && this.#faults.strikes("reorderEvents", account, region);
    for (let copy = 0; copy < copies; copy += 1) {
      if (late) queue.hold(event, sentAt);
      else queue.send(event, sentAt);
    }
    if (!late) queue.letGo(sentAt);
    this.wake();
  }

  /** Under the real clock things happen when somebody looks, so most of them lie in the past; a jump makes them new. */
  #sentAt(): number {
    const { now } = this.#world;
    if (this.#clock.mode === "manual") return now;
    return Math.min(this.#clock.waitingNow(), Math.floor(this.#clock.waitingTimeOf(now)));
  }

  /** Nothing is held back any more. */
  letGo(): void {
    for (const queue of this.#queues.values()) queue.letGo(this.#clock.waitingNow());
    this.wake();
  }

  /** Whoever waits looks again: something was sent, or the clock was moved. */
  wake(): void {
    for (const look of this.#readers) look();
  }

  /** Whoever waits gets its answer now. */
  close(): void {
    this.#closed = true;
    this.wake();
  }

  /** Resolves when it is worth looking at `queue` again, at the latest at `until` or when `gone` is aborted. */
  change(queue: MessageQueue, until: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer =
        this.#clock.mode === "real" ? setTimeout(() => look(), this.#pauseMs(queue, until)) : undefined;
      const look = () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", look);
        this.#readers.delete(look);
        resolve();
      };
      gone.addEventListener("abort", look);
      this.#readers.add(look);
    });
  }

  #pauseMs(queue: MessageQueue, until: number): number {
    const due = this.#world.nextEventAt();
    const dueAt = due === undefined ? until : this.#clock.waitingTimeOf(due);
    const next = Math.min(until, dueAt, queue.nextChangeAt() ?? until);
    return Math.min(LATEST_LOOK_MS, Math.max(SOONEST_LOOK_MS, Math.ceil(next - this.#clock.waitingNow())));
  }
}
