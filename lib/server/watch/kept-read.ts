import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Freshness } from "@/lib/domain/freshness";
import { monotonic, now, nowInstant } from "../clock";
import { classify } from "../codepipeline/aws-failure";
import { AwsReadError, notAnsweredYet } from "../codepipeline/read-aws";
import { random } from "../random";
import { ageOf } from "./age-of";
import type { ReadAt } from "./read-at";
import { type Trouble, troubleFreshness, worsened } from "./trouble";

/** How long a reply waits for fresher data when it could be given older data. */
const PATIENCE_MS = 1500;
/** How long what AWS throttles is asked again when there is nothing to give. */
const FIRST_PATIENCE_MS = 4000;
/** Between the first two tries of what was throttled, milliseconds; then three times as long each time, spread by half either way. */
const PAUSE_MS = 400;

/** One answer of AWS that many ask for: read once for all of them, kept while AWS fails. */
export class KeptRead<Value> {
  #kept: { value: Value; readAt: ReadAt } | null = null;
  #trouble: Trouble | null = null;
  #error: AwsReadError | null = null;
  #reading: Promise<void> | null = null;
  #doubted = false;

  /**
   * @param limitMs how old a value may get before it is read again
   * @param firstPatienceMs how long what AWS throttles is asked again while nothing is known
   */
  constructor(
    private readonly read: () => Promise<Value>,
    private readonly limitMs: (value: Value) => number,
    private readonly firstPatienceMs = FIRST_PATIENCE_MS,
  ) {}

  /** The value as it is known, without asking AWS. */
  get known(): Value | undefined {
    return this.#kept?.value;
  }

  /**
   * The value, read again when it is older than its limit. Throws AwsReadError when nothing is known and AWS fails, and
   * when AWS says that there is no such thing any more.
   */
  async get(): Promise<{ value: Value; freshness: Freshness }> {
    if (this.#isDue()) {
      this.#reading ??= this.#readOnce().finally(() => {
        this.#reading = null;
      });
      const patience = this.#kept ? [sleep(PATIENCE_MS, undefined, { ref: false })] : [];
      await Promise.race([this.#reading, ...patience]);
    }
    if (this.#kept) return { value: this.#kept.value, freshness: this.#freshness(this.#kept.readAt) };
    throw this.#error ?? notAnsweredYet("The read");
  }

  /** Something else AWS said since does not agree with the value: the next who asks has it read again. */
  doubt(): void {
    this.#doubted = true;
  }

  #isDue(): boolean {
    if (this.#trouble && this.#trouble.nextTryMono > monotonic()) return false;
    if (!this.#kept || this.#doubted) return true;
    return ageOf(this.#kept.readAt, { nowMs: now(), mono: monotonic() }) >= this.limitMs(this.#kept.value);
  }

  async #readOnce(): Promise<void> {
    try {
      const value = await this.#asked();
      this.#kept = { value, readAt: { ms: now(), mono: monotonic() } };
      this.#trouble = null;
      this.#error = null;
      this.#doubted = false;
    } catch (error) {
      const failed = toReadError(error);
      const at = { nowMs: now(), mono: monotonic(), random: random() };
      this.#trouble = worsened(this.#trouble, failed.failure, at);
      this.#error = failed;
      if (failed.failure.kind === "not-found") this.#kept = null;
    }
  }

  /** A throttle is a definite refusal, and may be a single one: it is asked again where there is nothing to show. */
  async #asked(): Promise<Value> {
    const endMono = monotonic() + this.firstPatienceMs;
    for (let meanMs = PAUSE_MS; ; meanMs *= 3) {
      const pauseMs = meanMs * (0.5 + random());
      try {
        return await this.read();
      } catch (error) {
        const isThrottled = toReadError(error).failure.kind === "throttled";
        if (this.#kept || !isThrottled || monotonic() + pauseMs >= endMono) throw error;
      }
      await sleep(pauseMs);
    }
  }

  #freshness(readAt: ReadAt): Freshness {
    const asOf = nowInstant(readAt.ms);
    return this.#trouble ? troubleFreshness(this.#trouble, asOf) : { kind: "live", asOf };
  }
}

function toReadError(error: unknown): AwsReadError {
  return error instanceof AwsReadError ? error : new AwsReadError("The read", classify(error));
}
