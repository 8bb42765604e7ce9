import "server-only";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { nowInstant } from "../clock";
import { log } from "../log";
import { hashAt, type LogHead } from "../store/receipt-log";

/** Where anchors are kept: PIPEDECK_ANCHOR_FILE, or `anchors.log` in the data folder; undefined without either. */
export function anchorFile(): string | undefined {
  const { PIPEDECK_ANCHOR_FILE: named, PIPEDECK_DATA: folder } = process.env;
  if (named) return named;
  return folder ? join(/*turbopackIgnore: true*/ folder, "anchors.log") : undefined;
}

/**
 * Writes the head of the log of receipts down outside the database, as lines `<number> <hash> <instant>` of a file and
 * in the server's log: who cuts the log's tail, or writes it anew, cannot make these agree.
 */
export class Anchors {
  #waiting: LogHead[] = [];
  #writing: Promise<void> | null = null;
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** Written soon, together with others; nobody waits for it. */
  add(head: LogHead): void {
    this.#waiting.push(head);
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Resolves when all that was added is written. */
  async written(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  /** What was anchored last and is not in the log any more, or otherwise; undefined when all is as it was. */
  async missing(): Promise<LogHead | undefined> {
    const last = this.#file === undefined ? undefined : await lastAnchor(this.#file);
    if (!last || (await hashAt(last.seq)) === last.hash) return undefined;
    return last;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const heads = this.#waiting;
      this.#waiting = [];
      const newest = heads.at(-1);
      log.info({ seq: newest?.seq, hash: newest?.hash }, "receipts anchored");
      if (this.#file === undefined) continue;
      const at = nowInstant();
      const lines = heads.map(({ seq, hash }) => `${seq} ${hash} ${at}\n`).join("");
      await appendFile(this.#file, lines, { mode: 0o600 }).catch((error: unknown) =>
        log.error({ err: error, seq: newest?.seq, hash: newest?.hash }, "receipts not anchored in the file"),
      );
    }
  }
}

async function lastAnchor(file: string): Promise<LogHead | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const [seq, hash] = (text.trimEnd().split("\n").at(-1) ?? "").split(" ");
  return hash === undefined ? undefined : { seq: Number(seq), hash };
}
