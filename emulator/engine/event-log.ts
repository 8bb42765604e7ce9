/** An event as EventBridge delivers it (an SQS target carries it as the text of the message). */
export interface BridgeEvent {
  version: "0";
  id: string;
  "detail-type": string;
  source: "aws.codepipeline";
  account: string;
  /** ISO, whole seconds. */
  time: string;
  region: string;
  resources: string[];
  detail: Record<string, unknown>;
}

/** An event with its place in the row of all events of the world, from 1. */
export interface LoggedEvent {
  seq: number;
  account: string;
  region: string;
  event: BridgeEvent;
}

/** At least so many of the newest events are kept; AWS keeps none. */
const keptEvents = 50_000;

/** The events the engine emitted, oldest first; the oldest are forgotten at last. */
export class EventLog {
  /** Off while a world builds its past: nothing listened then. */
  recording = true;
  /** Told of every event as it is emitted. */
  listener: ((event: BridgeEvent) => void) | undefined;
  readonly #kept: number;
  #events: LoggedEvent[] = [];
  #count = 0;

  constructor(kept: number = keptEvents) {
    this.#kept = kept;
  }

  /** Sequence number of the newest event, 0 when there is none. */
  get last(): number {
    return this.#count;
  }

  append(event: BridgeEvent): void {
    if (!this.recording) return;
    this.#count += 1;
    this.#events.push({ seq: this.#count, account: event.account, region: event.region, event });
    this.listener?.(event);
    // Cut seldom and much, so that an append costs the same however long the log is.
    if (this.#events.length >= 2 * this.#kept) this.#events = this.#events.slice(-this.#kept);
  }

  /** Events with a sequence number above `seq` that are still kept, oldest first. */
  after(seq: number): LoggedEvent[] {
    const forgotten = this.#count - this.#events.length;
    return this.#events.slice(Math.max(0, seq - forgotten));
  }
}
