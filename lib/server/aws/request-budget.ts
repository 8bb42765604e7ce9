import "server-only";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";
import { afterEvent, afterOutage, firstRate, type RequestRate } from "./request-rate";
import { SpareShare } from "./spare-share";
import type { Urgency } from "./urgency";

/** A timer that fires late loses nothing, as long as it is not later than this. */
const LATE_MS = 50;

/** Of so many requests of persons and the watch one is the watch's, where both wait: what all see must not stop. */
const WATCH_TURN = 5;

/** Leave to send one request now; handed back with what came of it. */
export interface Leave {
  sentAtMs: number;
  waited: boolean;
}

interface Waiting {
  since: number;
  go: (leave: Leave) => void;
}

/**
 * A token bucket, shared by every read of a target, whose rate follows what AWS serves. Runs in wall time, as AWS's own
 * bucket does.
 */
export class RequestBudget {
  #rate: RequestRate;
  #tokens: number;
  #filledAt = monotonic();
  #pauses = 0;
  readonly #waiting: Record<Exclude<Urgency, "spare">, Waiting[]> = { press: [], person: [], watch: [] };
  readonly #spare: Waiting[] = [];
  readonly #share = new SpareShare();
  /** Requests of persons since the watch last had one, or none waited. */
  #personsInARow = 0;
  #serving = false;
  #servingSpare = false;

  /**
   * @param ceiling requests a second that are never exceeded; without it, what AWS serves decides alone
   * @param first requests a second to start with, if not four
   */
  constructor(ceiling?: number, first?: number) {
    this.#rate = firstRate(monotonic(), ceiling, first);
    this.#tokens = this.#rate.burst;
  }

  /**
   * Resolves when the next request may go out: presses first, then persons, whom the watch follows with one in five, each
   * in the order of asking. What is spare goes when nobody waits and the next who comes need not wait for it.
   */
  take(urgency: Urgency = "watch"): Promise<Leave> {
    return new Promise((go) => {
      const waiting = { since: this.#pauses, go };
      if (urgency === "spare") {
        this.#spare.push(waiting);
        if (!this.#servingSpare) void this.#serveSpare();
      } else this.#queue(urgency, waiting);
    });
  }

  #queue(urgency: Exclude<Urgency, "spare">, waiting: Waiting): void {
    this.#waiting[urgency].push(waiting);
    if (!this.#serving) void this.#serve();
  }

  /** Requests a second it lets out at present. */
  perSecond(): number {
    return this.#rate.perSecond;
  }

  /** Requests that wait for their turn, those apart that take what is left. */
  waiting(): number {
    return Object.values(this.#waiting).reduce((sum, queue) => sum + queue.length, 0);
  }

  answered(leave: Leave): void {
    this.#fill();
    this.#rate = afterEvent(this.#rate, { kind: "answered", atMs: monotonic(), ...leave });
  }

  /** AWS's bucket is empty, so nothing goes out before it holds a request again. */
  throttled(leave: Leave): void {
    this.#rate = afterEvent(this.#rate, { kind: "throttled", atMs: monotonic(), ...leave });
    this.#fill();
    this.#tokens = Math.min(this.#tokens, 0);
    this.#share.throttled(monotonic());
  }

  /** AWS does not work: when it does again, it is not met by everything at once. */
  outage(): void {
    this.#fill();
    this.#rate = afterOutage(this.#rate, monotonic());
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    while (this.waiting() > 0) {
      await this.#oneToken();
      // Who goes out is settled now, not before the wait: a press that came meanwhile is first.
      const next = this.#waiting.press.shift() ?? this.#personOrWatch();
      next?.go({ sentAtMs: monotonic(), waited: next.since !== this.#pauses });
    }
    this.#serving = false;
  }

  #personOrWatch(): Waiting | undefined {
    const { person, watch } = this.#waiting;
    const isWatch = watch.length > 0 && (person.length === 0 || this.#personsInARow >= WATCH_TURN - 1);
    this.#personsInARow = isWatch || watch.length === 0 ? 0 : this.#personsInARow + 1;
    return isWatch ? watch.shift() : person.shift();
  }

  async #serveSpare(): Promise<void> {
    this.#servingSpare = true;
    for (let next = this.#spare[0]; next; next = this.#spare[0]) {
      this.#fill();
      const { perSecond } = this.#rate;
      const free = { tokens: this.#tokens, most: this.#most(), isBusy: this.waiting() > 0 };
      const turn = this.#share.turn(monotonic(), perSecond, free);
      if (turn.kind === "wait") {
        await new Promise((resolve) => setTimeout(resolve, turn.waitMs).unref());
        continue;
      }
      this.#spare.shift();
      if (turn.kind === "queue") this.#queue("watch", next);
      else {
        this.#tokens -= 1;
        next.go({ sentAtMs: monotonic(), waited: false });
      }
    }
    this.#servingSpare = false;
  }

  async #oneToken(): Promise<void> {
    this.#fill();
    // A throttle that is told meanwhile makes the wait longer.
    while (this.#tokens < 1) {
      const waitMs = Math.ceil(((1 - this.#tokens) / this.#rate.perSecond) * 1000);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      this.#pauses += 1;
      this.#fill();
    }
    this.#tokens -= 1;
  }

  #fill(): void {
    const at = monotonic();
    const { perSecond } = this.#rate;
    const gained = ((at - this.#filledAt) / 1000) * perSecond;
    this.#filledAt = at;
    this.#tokens = Math.min(this.#most(), this.#tokens + gained);
  }

  /** Requests that may go out at once. */
  #most(): number {
    const { perSecond, burst, ceiling } = this.#rate;
    return Math.max(burst, Math.min(ceiling, 1 + (LATE_MS / 1000) * perSecond));
  }
}

declare global {
  var pipedeckBudgets: WeakMap<TargetConfig, RequestBudget> | undefined;
}

/** The one budget of a target. */
export function budgetOf(target: TargetConfig): RequestBudget {
  globalThis.pipedeckBudgets ??= new WeakMap();
  const known = globalThis.pipedeckBudgets.get(target);
  if (known) return known;
  const budget = new RequestBudget(target.requestsPerSecond);
  globalThis.pipedeckBudgets.set(target, budget);
  return budget;
}
