import "server-only";

/** A queue that has not answered for this long is not relied on, milliseconds. */
const SILENT_AFTER_MS = 60_000;
/** An event may come this much before or after a read finds the change it announces, milliseconds. */
const ANNOUNCES_MS = 60_000;
/** After this many changes that no event announced, within `DOUBT_MS`, the queue is not relied on. */
const MOST_UNANNOUNCED = 2;
const DOUBT_MS = 10 * 60_000;

/**
 * Whether events can be relied on to say what to read, so that everything else need be read only now and then. They
 * can when they come, and when reads find no changes that none of them announced. Times are monotonic milliseconds.
 */
export class EventTrust {
  #hasEvents = false;
  readonly #events = new Map<string, number>();
  /** The oldest first. */
  #unannounced: { pipeline: string; mono: number }[] = [];

  /** An event came for a pipeline. */
  event(pipeline: string, mono: number): void {
    this.#hasEvents = true;
    this.#events.delete(pipeline);
    this.#events.set(pipeline, mono);
    this.#unannounced = this.#unannounced.filter(
      (change) => change.pipeline !== pipeline || mono - change.mono >= ANNOUNCES_MS,
    );
    for (const [oldest, at] of this.#events) {
      if (mono - at < ANNOUNCES_MS) break;
      this.#events.delete(oldest);
    }
  }

  /** A read found that something ran, or ended, of which nothing was known. */
  changeFound(pipeline: string, mono: number): void {
    const eventMono = this.#events.get(pipeline) ?? Number.NEGATIVE_INFINITY;
    if (mono - eventMono >= ANNOUNCES_MS) this.#unannounced.push({ pipeline, mono });
  }

  /**
   * Before the first event nothing says that a rule feeds the queue at all.
   *
   * @param answeredMono when the queue last answered
   */
  isReliable(mono: number, answeredMono: number): boolean {
    const current = this.#unannounced.findIndex((change) => mono - change.mono < DOUBT_MS);
    if (current !== 0) this.#unannounced = current < 0 ? [] : this.#unannounced.slice(current);
    const oneTooMany = this.#unannounced[MOST_UNANNOUNCED];
    const doubted = oneTooMany !== undefined && mono - oneTooMany.mono >= ANNOUNCES_MS;
    return this.#hasEvents && mono - answeredMono < SILENT_AFTER_MS && !doubted;
  }
}
