import "server-only";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { type Trouble, worsened } from "./trouble";

/**
 * Whether a target as a whole cannot be read. One pipeline may fail alone; a throttle, a failing list, a role that
 * cannot be assumed, or two failures in a row concern them all.
 */
export class TargetTrouble {
  #failuresInARow = 0;
  #current: Trouble | null = null;

  get current(): Trouble | null {
    return this.#current;
  }

  /** Milliseconds until the next try is due; 0 when it is, or when there is no trouble. */
  holdMs(mono: number): number {
    return this.#current === null ? 0 : Math.max(0, this.#current.nextTryMono - mono);
  }

  /** After an answer of AWS. Says whether that ended the trouble. */
  succeeded(): boolean {
    const ended = this.#current !== null;
    this.#failuresInARow = 0;
    this.#current = null;
    return ended;
  }

  failed(failure: AwsFailure, ofList: boolean, at: { nowMs: number; mono: number; random: number }): void {
    this.#failuresInARow += 1;
    if (!this.#concernsAll(failure, ofList)) return;
    // Reads that were under way together fail together: that is one try, not one for each.
    const counted = this.#current?.failure.kind === failure.kind && this.holdMs(at.mono) > 0;
    if (!counted) this.#current = worsened(this.#current, failure, at);
  }

  #concernsAll(failure: AwsFailure, ofList: boolean): boolean {
    if (failure.kind === "denied") return failure.permission?.startsWith("codepipeline:") !== true;
    return failure.kind === "throttled" || ofList || this.#failuresInARow > 1;
  }
}
