import { wallNow } from "./wall-clock";

/** A token bucket per key: `rate` tokens a second of wall time, at most `burst` saved up. */
export class TokenBuckets {
  private readonly rate: number;
  private readonly burst: number;
  private readonly levels = new Map<string, { tokens: number; at: number }>();

  constructor(rate: number, burst: number) {
    this.rate = rate;
    this.burst = burst;
  }

  /** Takes one token; `false` when there is none. */
  take(key: string): boolean {
    const at = wallNow();
    const level = this.levels.get(key) ?? { tokens: this.burst, at };
    const refilled = level.tokens + (Math.max(0, at - level.at) / 1000) * this.rate;
    const tokens = Math.min(this.burst, refilled);
    const taken = tokens >= 1;
    this.levels.set(key, { tokens: taken ? tokens - 1 : tokens, at });
    return taken;
  }

  /** Every bucket is full again. */
  refill(): void {
    this.levels.clear();
  }
}
