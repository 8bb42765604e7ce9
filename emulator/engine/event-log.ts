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

/** Every event the engine emitted, oldest first. */
export class EventLog {
  /** Off while a world builds its past: nothing listened then. */
  recording = true;
  #events: LoggedEvent[] = [];

  /** Sequence number of the newest event, 0 when there is none. */
  get last(): number {
    return this.#events.length;
  }

  append(event: BridgeEvent): void {
    if (!this.recording) return;
    this.#events.push({ seq: this.#events.length + 1, account: event.account, region: event.region, event });
  }

  /** Events with a sequence number above `seq`, oldest first. */
  after(seq: number): LoggedEvent[] {
    return this.#events.slice(Math.max(0, seq));
  }
}
