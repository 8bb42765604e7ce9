import "server-only";

/**
 * Reads under way at once: enough that answers which take 400 ms hold nothing up, and no more, so that what waits can
 * still change. A server that has its hands full has few, since whatever it does waits for all that came in together.
 */
const LANES = { least: 2, most: 16, ofBusyServer: 4, perRequestASecond: 0.4 };

/** How many lanes a budget of so many requests a second keeps at work. */
export function lanesWanted(requestsPerSecond: number, busy: boolean): number {
  const wanted = Math.ceil(requestsPerSecond * LANES.perRequestASecond);
  return Math.min(busy ? LANES.ofBusyServer : LANES.most, Math.max(LANES.least, wanted));
}

/**
 * Workers that take turns. While there is nothing to do one of them waits; with every piece of work one more comes, as
 * long as it finds some and there are not too many; what is too many may change, down to one.
 */
export class Lanes {
  #running = 0;

  /**
   * @param turn begins one piece of work, which must not throw, or answers for how many milliseconds there is none
   * @param pause waits until there may be work, at most so many milliseconds
   */
  constructor(
    private readonly ports: {
      most: () => number;
      wanted: () => boolean;
      turn: () => Promise<unknown> | number;
      pause: (waitMs: number) => Promise<void>;
    },
  ) {}

  start(): void {
    if (this.#running >= this.ports.most()) return;
    this.#running += 1;
    void this.#run();
  }

  async #run(): Promise<void> {
    while (this.ports.wanted()) {
      const work = this.ports.turn();
      if (typeof work !== "number") {
        this.start();
        await work;
        if (this.#running > this.ports.most()) break;
      } else if (this.#running > 1) break;
      else await this.ports.pause(work);
    }
    this.#running -= 1;
  }
}
