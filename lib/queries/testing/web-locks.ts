/** Web Locks as far as pages use them: by name one holder at a time, in the order of asking, none for who gave up. */
class Locks {
  readonly #last = new Map<string, Promise<unknown>>();

  request(name: string, { signal }: { signal: AbortSignal }, lead: () => Promise<void>): Promise<unknown> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(() =>
      signal.aborted ? undefined : lead(),
    );
    this.#last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** The browser has locks, nobody holding one. */
export function withLocks(): void {
  Object.defineProperty(navigator, "locks", { value: new Locks(), configurable: true });
}

/** As on plain http. */
export function withoutLocks(): void {
  Reflect.deleteProperty(navigator, "locks");
}
