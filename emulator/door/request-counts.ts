const MOST_NAMES = 500;

/** How the requests of one operation ended; `failed` holds every refusal that was not a throttle. */
export interface RequestCount {
  ok: number;
  failed: number;
  throttled: number;
}

/** Requests so far, by operation. */
export class RequestCounts {
  private readonly counts = new Map<string, RequestCount>();

  add(operation: string, ending: keyof RequestCount): void {
    const known = this.counts.get(operation);
    if (known) {
      known[ending] += 1;
    } else if (this.counts.size < MOST_NAMES) {
      this.counts.set(operation, { ok: 0, failed: 0, throttled: 0, [ending]: 1 });
    }
  }

  /** By operation name, in alphabetical order. */
  all(): Record<string, RequestCount> {
    return Object.fromEntries([...this.counts].sort(([left], [right]) => (left < right ? -1 : 1)));
  }
}
