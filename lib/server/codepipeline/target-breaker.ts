import "server-only";
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  isBrokenCircuitError,
} from "cockatiel";
import { budgetOf } from "../aws/request-budget";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";
import { random } from "../random";
import type { AwsFailureKind } from "./aws-failure";

/** Failures in a row after which a target is left alone. */
const FAILURES = 2;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** What tells that the target as a whole does not work. A throttle does not: the budget sees to that. */
const BREAKING: ReadonlySet<AwsFailureKind> = new Set(["unreachable", "malformed", "fault"]);

/** Whether failures of this kind, in a row, mean that the target is left alone for a while. */
export function isBreaking(kind: AwsFailureKind): boolean {
  return BREAKING.has(kind);
}

/**
 * Keeps every read away from a target that does not work, but for one now and then that tries whether it works again:
 * after 1 s, then after twice as long each time up to 30 s, spread by a quarter either way so that many targets that
 * failed together do not come back together.
 */
export class TargetBreaker {
  #policy: CircuitBreakerPolicy;
  #nextTryMono = Number.NEGATIVE_INFINITY;
  /** Waits in a row, each longer than the one before. */
  #waits = 0;
  /** Null while the target does not work. */
  #worksSinceMono: number | null = Number.NEGATIVE_INFINITY;

  /**
   * @param kindOf kind of the failure that a call was rejected with
   * @param onOutage told when the target begins not to work
   */
  constructor(
    private readonly kindOf: (error: unknown) => AwsFailureKind | undefined,
    private readonly onOutage: () => void = () => undefined,
  ) {
    this.#policy = this.#closed();
  }

  /** For how many milliseconds the target has worked, as far as is known; 0 while it does not. */
  worksForMs(mono: number): number {
    return this.#worksSinceMono === null ? 0 : mono - this.#worksSinceMono;
  }

  /** Milliseconds until the next try may go out; 0 when anything may. */
  holdMs(mono: number): number {
    return this.#policy.state === CircuitState.Open ? Math.max(0, this.#nextTryMono - mono) : 0;
  }

  /** Why reads are kept away; undefined when they are not. */
  get reason(): unknown {
    const failure = this.holdMs(monotonic()) > 0 ? this.#policy.lastFailure : undefined;
    return failure && "error" in failure ? failure.error : undefined;
  }

  /** Makes a call, unless the target is left alone: then throws why. */
  async call<Output>(send: () => Promise<Output>): Promise<Output> {
    const policy = this.#policy;
    try {
      return await policy.execute(send);
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      if (this.#policy === policy && this.holdMs(monotonic()) === 0) return this.#callAgain(send);
      // Nothing was sent: what kept it away says more than that.
      throw policy.lastFailure && "error" in policy.lastFailure ? policy.lastFailure.error : error;
    }
  }

  /**
   * The policy counts by the wall clock, which may have been set back or run slow: by ours the next try is due. When that
   * fails, the waits go on from where they were.
   */
  async #callAgain<Output>(send: () => Promise<Output>): Promise<Output> {
    const policy = this.#closed(1);
    this.#policy = policy;
    try {
      return await policy.execute(send);
    } finally {
      if (this.#policy === policy && policy.state === CircuitState.Closed) this.#works();
    }
  }

  /** Makes a call in any case; when it is answered, the target works again. */
  async callAnyway<Output>(send: () => Promise<Output>): Promise<Output> {
    if (this.#policy.state === CircuitState.Closed) return this.#policy.execute(send);
    const output = await send();
    this.#works();
    return output;
  }

  #works(): void {
    this.#policy = this.#closed();
    this.#worksSinceMono ??= monotonic();
    this.#waits = 0;
  }

  #closed(failures = FAILURES): CircuitBreakerPolicy {
    const breaks = handleWhen((error) => {
      const kind = this.kindOf(error);
      return kind !== undefined && isBreaking(kind);
    });
    const policy = circuitBreaker(breaks, {
      breaker: new ConsecutiveBreaker(failures),
      halfOpenAfter: new DelegateBackoff(() => {
        const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, this.#waits));
        this.#waits += 1;
        const spreadMs = Math.min(LONGEST_WAIT_MS, Math.round(waitMs * (0.75 + random() / 2)));
        // The policy counts by another clock, in whole milliseconds.
        this.#nextTryMono = monotonic() + spreadMs + 2;
        return spreadMs;
      }),
    });
    policy.onBreak(() => {
      if (this.#worksSinceMono !== null) this.onOutage();
      this.#worksSinceMono = null;
    });
    policy.onReset(() => {
      this.#worksSinceMono = monotonic();
      this.#waits = 0;
    });
    return policy;
  }
}

declare global {
  var pipedeckBreakers: WeakMap<TargetConfig, TargetBreaker> | undefined;
}

/** The one breaker of a target. */
export function breakerOf(
  target: TargetConfig,
  kindOf: (error: unknown) => AwsFailureKind | undefined,
): TargetBreaker {
  globalThis.pipedeckBreakers ??= new WeakMap();
  const known = globalThis.pipedeckBreakers.get(target);
  if (known) return known;
  const breaker = new TargetBreaker(kindOf, () => budgetOf(target).outage());
  globalThis.pipedeckBreakers.set(target, breaker);
  return breaker;
}
