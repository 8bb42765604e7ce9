import "server-only";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { isBreaking, type TargetBreaker } from "../codepipeline/target-breaker";
import { isDeniedAlone } from "./denied-alone";
import { type Trouble, worsened } from "./trouble";

/** A throttle now and then is how the budget learns; a target is throttled when so many came in a row and nothing else for a while. */
const THROTTLES = 3;
const NOTHING_ELSE_MS = 500;

/** The moment on both clocks, and a number from 0 to 1 for spreading. */
interface TroubleAt {
  nowMs: number;
  mono: number;
  random: number;
}

/**
 * Whether a target as a whole cannot be read. One pipeline may fail alone; throttles without end, a failing list, a role
 * that cannot be assumed, or two failures in a row, beside what is denied alone, concern them all. When the next try
 * goes out is the breaker's to say where it is open.
 */
export class TargetTrouble {
  #failuresInARow = 0;
  #throttlesInARow = 0;
  #throttledSinceMono = 0;
  #current: Trouble | null = null;

  constructor(private readonly breaker: TargetBreaker) {}

  get current(): Trouble | null {
    return this.#current;
  }

  /** Milliseconds until the next try is due; 0 when it is, or when there is no trouble. */
  holdMs(mono: number): number {
    const ownMs = this.#current === null ? 0 : Math.max(0, this.#current.nextTryMono - mono);
    return Math.max(ownMs, this.breaker.holdMs(mono));
  }

  /** After an answer of AWS. Says whether that ended the trouble. */
  succeeded(): boolean {
    const ended = this.#current !== null;
    this.#failuresInARow = 0;
    this.#throttlesInARow = 0;
    this.#current = null;
    return ended;
  }

  failed(failure: AwsFailure, ofList: boolean, at: TroubleAt): void {
    if (isDeniedAlone(failure)) return;
    if (failure.kind !== "throttled") this.#failuresInARow += 1;
    else if (this.#throttlesInARow === 0) this.#throttledSinceMono = at.mono;
    if (failure.kind === "throttled") this.#throttlesInARow += 1;
    if (!this.#concernsAll(failure, ofList, at.mono)) return;
    // Reads that were under way together fail together: that is one try, not one for each.
    const counted = this.#current?.failure.kind === failure.kind && this.#current.nextTryMono > at.mono;
    const trouble = counted && this.#current ? this.#current : worsened(this.#current, failure, at);
    const breakerMs = isBreaking(failure.kind) ? this.breaker.holdMs(at.mono) : 0;
    this.#current = breakerMs > 0 ? nextTryIn(trouble, breakerMs, at) : trouble;
  }

  #concernsAll(failure: AwsFailure, ofList: boolean, mono: number): boolean {
    if (failure.kind === "denied") return true;
    if (failure.kind === "throttled") {
      if (this.#current) return true;
      return this.#throttlesInARow >= THROTTLES && mono - this.#throttledSinceMono >= NOTHING_ELSE_MS;
    }
    return ofList || this.#failuresInARow > 1;
  }
}

function nextTryIn(trouble: Trouble, waitMs: number, at: TroubleAt): Trouble {
  return { ...trouble, nextTryAtMs: at.nowMs + waitMs, nextTryMono: at.mono + waitMs };
}
