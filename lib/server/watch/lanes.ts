import "server-only";

/** A few workers that take turns while there is a wish for their work; `start` wakes those that went home. */
export class Lanes {
  #running = 0;

  /**
   * @param turn does one piece of work, or waits when there is none; must not throw
   */
  constructor(
    private readonly count: number,
    private readonly wanted: () => boolean,
    private readonly turn: () => Promise<void>,
  ) {}

  start(): void {
    while (this.#running < this.count) {
      this.#running += 1;
      void this.#run().finally(() => {
        this.#running -= 1;
      });
    }
  }

  async #run(): Promise<void> {
    while (this.wanted()) await this.turn();
  }
}
