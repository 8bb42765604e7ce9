import "server-only";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";

const DEFAULT_PER_SECOND = 10;
const SLOWEST_PER_SECOND = 0.5;
/** Share of the configured rate that each answer gives back after throttling. */
const RECOVERY = 0.02;

/** Who waits for a read: a person who pressed a button, or the watcher, which nobody waits for. */
export type Urgency = "press" | "watch";

/**
 * A token bucket, shared by every read of a target: at most one second's worth of requests at once. Halves when AWS
 * throttles, recovers slowly with each answer. Runs in wall time, as AWS's own bucket does.
 */
export class RequestBudget {
  readonly #configured: number;
  #perSecond: number;
  #tokens: number;
  #filledAt = monotonic();
  readonly #waiting: Record<Urgency, Array<() => void>> = { press: [], watch: [] };
  #serving = false;

  constructor(perSecond: number) {
    this.#configured = perSecond;
    this.#perSecond = perSecond;
    this.#tokens = Math.max(1, perSecond);
  }

  /** Resolves when the next request may go out: presses first, then in the order of asking. */
  take(urgency: Urgency = "watch"): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting[urgency].push(resolve);
      if (!this.#serving) void this.#serve();
    });
  }

  /** Requests a second it lets out at present. */
  perSecond(): number {
    return this.#perSecond;
  }

  throttled(): void {
    this.#perSecond = Math.max(Math.min(SLOWEST_PER_SECOND, this.#configured), this.#perSecond / 2);
    this.#tokens = Math.min(this.#tokens, 1);
  }

  answered(): void {
    this.#perSecond = Math.min(this.#configured, this.#perSecond + this.#configured * RECOVERY);
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    while (this.#waiting.press.length + this.#waiting.watch.length > 0) {
      await this.#oneToken();
      // Who goes out is settled now, not before the wait: a press that came meanwhile is first.
      (this.#waiting.press.shift() ?? this.#waiting.watch.shift())?.();
    }
    this.#serving = false;
  }

  async #oneToken(): Promise<void> {
    this.#fill();
    if (this.#tokens < 1) {
      const waitMs = ((1 - this.#tokens) / this.#perSecond) * 1000;
      await new Promise((resolve) => setTimeout(resolve, Math.ceil(waitMs)));
      this.#fill();
    }
    this.#tokens = Math.max(0, this.#tokens - 1);
  }

  #fill(): void {
    const at = monotonic();
    const gained = ((at - this.#filledAt) / 1000) * this.#perSecond;
    this.#filledAt = at;
    this.#tokens = Math.min(Math.max(1, this.#perSecond), this.#tokens + gained);
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
  const budget = new RequestBudget(target.requestsPerSecond ?? DEFAULT_PER_SECOND);
  globalThis.pipedeckBudgets.set(target, budget);
  return budget;
}
