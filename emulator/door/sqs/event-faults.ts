import { Random } from "../../engine/random";

export const EVENT_FAULT_KINDS = ["duplicateEvents", "lostEvents", "reorderEvents"] as const;

export type EventFaultKind = (typeof EVENT_FAULT_KINDS)[number];

/** What goes wrong with events on their way to a queue; what is absent matches everything, `rate` is a share from 0 to 1. */
export interface EventFault {
  kind: EventFaultKind;
  account?: string;
  region?: string;
  rate?: number;
  times?: number;
}

/** The event faults in force. */
export class EventFaults {
  #list: EventFault[] = [];
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed + 2);
  }

  add(fault: EventFault): void {
    this.#list.push({ ...fault });
  }

  clear(): void {
    this.#list = [];
  }

  /** Whether a fault of this kind befalls an event; the oldest one that strikes is used up by one. */
  strikes(kind: EventFaultKind, account: string, region: string): boolean {
    const struck = this.#list.find(
      (fault) =>
        fault.kind === kind &&
        (fault.account ?? account) === account &&
        (fault.region ?? region) === region &&
        (fault.rate === undefined || this.#random.between(1, 1_000_000) <= fault.rate * 1_000_000),
    );
    if (struck?.times !== undefined) {
      struck.times -= 1;
      this.#list = this.#list.filter(({ times }) => times !== 0);
    }
    return struck !== undefined;
  }
}
