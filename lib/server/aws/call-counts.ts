import "server-only";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";

/** How a call to AWS ended: `ok`, or the kind of its failure, such as `throttled` or `unreachable`. */
export type CallOutcome = string;

/** All calls of one operation that ended one way. */
export interface CallCount {
  operation: string;
  outcome: CallOutcome;
  calls: number;
  /** From sending to the answer, of all of them together. */
  totalMs: number;
}

const MINUTE_MS = 60_000;
/** The last minute is counted in steps of this. */
const STEP_MS = 1000;

/** What was asked of AWS for one target since the server started, whoever caused it. */
export class CallCounts {
  readonly #counts = new Map<string, CallCount>();
  readonly #lately: { step: number; calls: number }[] = [];

  /** One call has ended. */
  add(operation: string, outcome: CallOutcome, ms: number): void {
    const key = `${operation} ${outcome}`;
    const count = this.#counts.get(key) ?? { operation, outcome, calls: 0, totalMs: 0 };
    count.calls += 1;
    count.totalMs += ms;
    this.#counts.set(key, count);
    const step = Math.floor(monotonic() / STEP_MS);
    const newest = this.#lately.at(-1);
    if (newest?.step === step) newest.calls += 1;
    else this.#lately.push({ step, calls: 1 });
    this.#forget(step);
  }

  /** Since the start, an entry for each operation and outcome. */
  all(): readonly CallCount[] {
    return [...this.#counts.values()];
  }

  /** Calls that ended within the last minute. */
  lastMinute(): number {
    this.#forget(Math.floor(monotonic() / STEP_MS));
    return this.#lately.reduce((sum, { calls }) => sum + calls, 0);
  }

  #forget(step: number): void {
    while (this.#lately[0] !== undefined && this.#lately[0].step <= step - MINUTE_MS / STEP_MS)
      this.#lately.shift();
  }
}

declare global {
  var pipedeckCallCounts: WeakMap<TargetConfig, CallCounts> | undefined;
}

/** The counts of a target. */
export function callCountsOf(target: TargetConfig): CallCounts {
  globalThis.pipedeckCallCounts ??= new WeakMap();
  const known = globalThis.pipedeckCallCounts.get(target) ?? new CallCounts();
  globalThis.pipedeckCallCounts.set(target, known);
  return known;
}
