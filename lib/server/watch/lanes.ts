import "server-only";

/**
 * Workers that take turns. While there is nothing to do one of them waits; with every piece of work one more comes, as
 * long as it finds some and there are not too many.
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
      } else if (this.#running > 1) break;
      else await this.ports.pause(work);
    }
    this.#running -= 1;
  }
}
