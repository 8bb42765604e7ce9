import type { Pipeline } from "./record";

/** Everything one account holds in one region. */
export class RegionRecords {
  readonly account: string;
  readonly region: string;
  #byName = new Map<string, Pipeline>();
  /** Names in ascending order of their characters' codes. */
  #names: string[] = [];

  constructor(account: string, region: string) {
    this.account = account;
    this.region = region;
  }

  get count(): number {
    return this.#names.length;
  }

  pipeline(name: string): Pipeline | undefined {
    return this.#byName.get(name);
  }

  /** Every pipeline, in no order that means anything. */
  all(): Iterable<Pipeline> {
    return this.#byName.values();
  }

  add(pipeline: Pipeline): void {
    this.#byName.set(pipeline.name, pipeline);
    this.#names.splice(this.#firstFrom(pipeline.name), 0, pipeline.name);
  }

  remove(name: string): void {
    if (this.#byName.delete(name)) this.#names.splice(this.#firstFrom(name), 1);
  }

  /** At most `limit` pipelines whose names come after `name`, in order. */
  after(name: string, limit: number): Pipeline[] {
    const start = name === "" ? 0 : this.#firstFrom(`${name}\u0000`);
    const found: Pipeline[] = [];
    for (const next of this.#names.slice(start, start + limit)) {
      const pipeline = this.#byName.get(next);
      if (pipeline) found.push(pipeline);
    }
    return found;
  }

  /** Place of the first name that is not before `name`. */
  #firstFrom(name: string): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle] ?? "") < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
