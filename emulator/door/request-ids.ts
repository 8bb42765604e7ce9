import { Random } from "../engine/random";

/** Request ids, the same sequence for the same seed. */
export class RequestIds {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  next(): string {
    return this.random.uuid();
  }
}
