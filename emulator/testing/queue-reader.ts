import { EmulatedClock } from "../door/emulated-clock";
import { EventFaults } from "../door/sqs/event-faults";
import { EventQueues } from "../door/sqs/event-queues";
import type { MessageQueue } from "../door/sqs/message-queue";
import { day, minute, second } from "../engine/duration";
import type { BridgeEvent } from "../engine/event-log";
import type { SmallWorld } from "../operations/testing/small-world";

const hiddenMs = 30 * second;
/** Every so often everything is read, as messages are kept for four days. */
const drainEveryMs = day;

/** Reads the queue of events of a world; some come twice, some late, none is lost. */
export class QueueReader {
  readonly #small: SmallWorld;
  readonly #clock: EmulatedClock;
  readonly #queue: MessageQueue;
  readonly #arrived = new Set<string>();
  readonly #emitted: BridgeEvent[] = [];
  #drainedAt: number;

  /** `listener` is told of every event too. */
  constructor(small: SmallWorld, seed: number, listener: (event: BridgeEvent) => void) {
    this.#small = small;
    this.#clock = new EmulatedClock("manual", 1, small.world.now);
    this.#drainedAt = small.world.now;
    const faults = new EventFaults(seed);
    if (seed % 2 === 1) faults.add({ kind: "duplicateEvents", rate: 0.2 });
    if (seed % 3 === 1) faults.add({ kind: "reorderEvents", rate: 0.3 });
    this.#queue = new EventQueues(small.world, this.#clock, faults).of(small.ctx.account, small.ctx.region);
    const deliver = small.world.events.listener;
    small.world.events.listener = (event) => {
      this.#emitted.push(event);
      deliver?.(event);
      listener(event);
    };
  }

  /** Receives up to `most` messages and, when told to, deletes them. */
  receive(most: number, remove: boolean, now = this.#small.world.now): number {
    const received = this.#queue.receive(now, most, hiddenMs);
    for (const { message, handle } of received) {
      this.#arrived.add(message.event.id);
      if (remove) this.#queue.delete(handle);
    }
    return received.length;
  }

  /** Emulated time went on. */
  tick(): void {
    this.#clock.set(this.#small.world.now);
    if (this.#small.world.now - this.#drainedAt < drainEveryMs) return;
    this.#drain(this.#small.world.now);
  }

  #drain(now: number): void {
    this.#drainedAt = now;
    while (this.receive(10, true, now) > 0);
  }

  /** Receives what was hidden or late until two minutes from now, and answers what never came. */
  finish(): string | undefined {
    this.#drain(this.#small.world.now + 2 * minute);
    const lost = this.#emitted.find(({ id }) => !this.#arrived.has(id));
    if (lost) return `event ${lost.id} never arrived in the queue`;
    const logged = this.#small.world.events.after(0);
    const [gap] = logged.filter(
      ({ seq, event }, index) => seq !== index + 1 || this.#emitted[index] !== event,
    );
    return gap && `event ${gap.event.id} is not in its place in the log`;
  }
}
