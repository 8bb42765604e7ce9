/** Something that counts how often it may have changed. */
export interface Changing {
  changes: number;
}

/** Something that will happen at an instant, unless cancelled before. */
export interface Due {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly sequence: number;
  /** The only thing it changes; absent when it may change anything. */
  readonly subject: Changing | undefined;
  /** Absent once it ran or was cancelled. */
  run: (() => void) | undefined;
}

function before(left: Due, right: Due): boolean {
  return left.at < right.at || (left.at === right.at && left.sequence < right.sequence);
}

/** Due events ordered by (instant, sequence): a binary heap; cancelled ones are dropped when they reach the top. */
export class DueQueue {
  #heap: Due[] = [];
  #sequence = 0;

  add(at: number, run: () => void, subject?: Changing): Due {
    this.#sequence += 1;
    const due: Due = { at, sequence: this.#sequence, subject, run };
    this.#heap.push(due);
    this.#rise(this.#heap.length - 1);
    return due;
  }

  cancel(due: Due): void {
    due.run = undefined;
  }

  /** The next one that will happen, left in the queue. */
  peek(): Due | undefined {
    while (this.#heap[0] && !this.#heap[0].run) this.#dropFirst();
    return this.#heap[0];
  }

  /** Takes the next one out when it is due at `until` or before. */
  take(until: number): Due | undefined {
    const due = this.peek();
    if (!due || due.at > until) return undefined;
    this.#dropFirst();
    return due;
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  #dropFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    let index = 0;
    for (;;) {
      const left = this.#heap[2 * index + 1];
      const right = this.#heap[2 * index + 2];
      if (!left) return;
      const child = right && before(right, left) ? 2 * index + 2 : 2 * index + 1;
      if (!this.#swapIfBefore(child, index)) return;
      index = child;
    }
  }

  /** Swaps the two places when the one at `lower` belongs before the one at `upper`. */
  #swapIfBefore(lower: number, upper: number): boolean {
    const below = this.#heap[lower];
    const above = this.#heap[upper];
    if (!below || !above || !before(below, above)) return false;
    this.#heap[upper] = below;
    this.#heap[lower] = above;
    return true;
  }
}
