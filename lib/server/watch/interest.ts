import "server-only";

/** Somebody who asked is taken to be there this long. */
const INTEREST_MS = 30_000;

/** Whether somebody is there, as far as asking tells. Times are monotonic. */
export class Interest {
  #askedMono = Number.NEGATIVE_INFINITY;
  #sinceMono = Number.NEGATIVE_INFINITY;

  ask(mono: number): void {
    if (!this.isThere(mono)) this.#sinceMono = mono;
    this.#askedMono = mono;
  }

  isThere(mono: number): boolean {
    return mono - this.#askedMono < INTEREST_MS;
  }

  /** When somebody first asked after nobody had for a while. */
  get sinceMono(): number {
    return this.#sinceMono;
  }
}
