import { createHash } from "node:crypto";

/** A row of `receipt_log` as it lies there; `entry` is the very text that was hashed. */
export type LogRow = {
  seq: number;
  kind: string;
  receiptId: string | null;
  step: string;
  entry: string;
  previousHash: string;
  hash: string;
};

/** Something that is not as it was written, in words. */
export type Finding = { seq: number; what: string };

const START = "0".repeat(64);

/** SHA-256 of a row, as PostgreSQL made it when the row was added. */
export function hashOf(row: LogRow, previousHash: string): string {
  const lines = [previousHash, row.seq, row.kind, row.receiptId ?? "", row.step, row.entry];
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Follows the chain from row to row; rows come in the order of their numbers. */
export class Chain {
  readonly findings: Finding[] = [];
  #seq = 0;
  #hash = START;

  /** Number and hash of the last row that came. */
  get head(): { seq: number; hash: string } {
    return { seq: this.#seq, hash: this.#hash };
  }

  add(row: LogRow): void {
    const { seq } = row;
    if (seq !== this.#seq + 1) {
      const missing =
        seq === this.#seq + 2 ? `row ${this.#seq + 1} is` : `rows ${this.#seq + 1} to ${seq - 1} are`;
      this.findings.push({ seq, what: `${missing} missing` });
    }
    if (row.previousHash !== this.#hash)
      this.findings.push({ seq, what: `row ${seq} does not follow the row before it` });
    // By its own link, so that one changed row is one finding and not all after it.
    if (hashOf(row, row.previousHash) !== row.hash)
      this.findings.push({ seq, what: `row ${seq} is not what was written` });
    this.#seq = seq;
    this.#hash = row.hash;
  }
}
