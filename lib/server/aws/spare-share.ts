import "server-only";

/** Of the rate, what nobody waits for may take at most, and in any case no more than so many requests a second. */
const SHARE = 0.25;
const MOST_PER_SECOND = 10;
/** Where others always wait, one request in so many is its own all the same, so that it ends one day. */
const ONE_IN = 30;
/** After a throttle AWS is left alone for a while. */
const AFTER_THROTTLE_MS = 15_000;
/** The shortest wait: others come and go meanwhile. */
const LEAST_WAIT_MS = 20;
/** Requests that stay for whoever comes next. */
const RESERVE = 1;

/** What is to be done with a request that nobody waits for: sent, put in line with the others, or kept waiting. */
export type SpareTurn = { kind: "send" } | { kind: "queue" } | { kind: "wait"; waitMs: number };

/** When requests that nobody waits for go out, so that nobody who does wait notices them. Times are monotonic milliseconds. */
export class SpareShare {
  #lastMs = Number.NEGATIVE_INFINITY;
  #notBeforeMs = Number.NEGATIVE_INFINITY;

  /** AWS had enough. */
  throttled(atMs: number): void {
    this.#notBeforeMs = atMs + AFTER_THROTTLE_MS;
  }

  /**
   * @param perSecond rate of the budget
   * @param free requests it could send at once, at most and now, and whether others wait for their turn
   */
  turn(
    atMs: number,
    perSecond: number,
    { tokens, most, isBusy }: { tokens: number; most: number; isBusy: boolean },
  ): SpareTurn {
    const share = Math.min(MOST_PER_SECOND, perSecond * SHARE);
    const dueMs = Math.max(this.#notBeforeMs, this.#lastMs + 1000 / share);
    if (atMs < dueMs) return this.#wait(dueMs - atMs);
    const wanted = Math.min(1 + RESERVE, most);
    if (!isBusy && tokens >= wanted) return this.#go(atMs, "send");
    const starvedMs = this.#lastMs + (ONE_IN * 1000) / perSecond;
    if (this.#lastMs !== Number.NEGATIVE_INFINITY && atMs >= starvedMs) return this.#go(atMs, "queue");
    if (this.#lastMs === Number.NEGATIVE_INFINITY) this.#lastMs = atMs;
    return this.#wait(isBusy ? LEAST_WAIT_MS : ((wanted - tokens) / perSecond) * 1000);
  }

  #go(atMs: number, kind: "send" | "queue"): SpareTurn {
    this.#lastMs = atMs;
    return { kind };
  }

  #wait(waitMs: number): SpareTurn {
    return { kind: "wait", waitMs: Math.max(LEAST_WAIT_MS, Math.ceil(waitMs)) };
  }
}
