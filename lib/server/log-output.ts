import "server-only";
import type { Writable } from "node:stream";

/** What waits at most for a reader that does not read, characters: some thousand lines. */
const MOST_WAITING = 1_000_000;

/**
 * Where the lines of the log go. A reader that does not keep up, or is gone, stops nobody: what it has no room for is dropped
 * and counted.
 */
export class LogOutput {
  /** Told, once there is room again, how many lines were dropped. */
  onDropped: (lines: number) => void = () => undefined;
  #dropped = 0;

  constructor(private readonly out: Writable) {
    out.on("error", () => undefined);
  }

  /** Takes one line with its end. */
  write(line: string): void {
    if (this.out.writableLength + line.length > MOST_WAITING) {
      this.#dropped += 1;
      return;
    }
    const dropped = this.#dropped;
    this.#dropped = 0;
    if (dropped > 0) this.onDropped(dropped);
    this.out.write(line);
  }
}
