import "server-only";

interface Place {
  name: string;
  key: number;
}

/** Names in the order of a number each, the lowest first: a heap that knows where each name is. */
export class OrderedNames {
  readonly #heap: Place[] = [];
  readonly #index = new Map<string, number>();

  get size(): number {
    return this.#heap.length;
  }

  first(): Readonly<Place> | undefined {
    return this.#heap[0];
  }

  set(name: string, key: number): void {
    const at = this.#index.get(name);
    if (at === undefined) {
      this.#heap.push({ name, key });
      this.#rise(this.#heap.length - 1);
      return;
    }
    this.#put(at, { name, key });
    this.#sink(this.#rise(at));
  }

  delete(name: string): void {
    const at = this.#index.get(name);
    if (at === undefined) return;
    this.#index.delete(name);
    const last = this.#heap.pop();
    if (last === undefined || last.name === name) return;
    this.#put(at, last);
    this.#sink(this.#rise(at));
  }

  #put(at: number, place: Place): void {
    this.#heap[at] = place;
    this.#index.set(place.name, at);
  }

  /** Answers where the place came to rest. */
  #rise(from: number): number {
    const place = this.#heap[from];
    if (!place) return from;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#heap[parent];
      if (!above || above.key <= place.key) break;
      this.#put(at, above);
      at = parent;
    }
    this.#put(at, place);
    return at;
  }

  #sink(from: number): void {
    const place = this.#heap[from];
    if (!place) return;
    let at = from;
    for (;;) {
      const left = this.#heap[2 * at + 1];
      const right = this.#heap[2 * at + 2];
      const child = right && left && right.key < left.key ? 2 * at + 2 : 2 * at + 1;
      const below = this.#heap[child];
      if (!below || below.key >= place.key) break;
      this.#put(at, below);
      at = child;
    }
    this.#put(at, place);
  }
}
