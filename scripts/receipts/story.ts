import type { Finding, LogRow } from "./chain";

/** What may follow each state of a press; said here once more, on purpose: this is another witness than the server. */
const FOLLOWS: Record<string, readonly string[]> = {
  recorded: ["recorded", "sent", "refused"],
  sent: ["sent", "accepted", "refused", "unknown"],
  unknown: ["unknown", "accepted", "confirmed", "refused", "no-effect", "undecided"],
  accepted: ["accepted", "confirmed"],
  confirmed: ["confirmed"],
  refused: ["refused"],
  "no-effect": ["no-effect"],
  undecided: ["undecided"],
};

/** What the log says of presses: where each stands, and whether it came there by steps that may follow each other. */
export class Story {
  readonly findings: Finding[] = [];
  /** The last row of each press. */
  readonly presses = new Map<string, LogRow>();

  add(row: LogRow): void {
    if (row.receiptId === null) return;
    const before = this.presses.get(row.receiptId);
    if (before && !FOLLOWS[before.step]?.includes(row.step)) {
      const what = `row ${row.seq}: ${row.step} cannot follow ${before.step} of receipt ${row.receiptId}`;
      this.findings.push({ seq: row.seq, what });
    }
    this.presses.set(row.receiptId, row);
  }

  /** How many presses stand in each state. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { step } of this.presses.values()) counts.set(step, (counts.get(step) ?? 0) + 1);
    return counts;
  }
}

/** Compares a receipt as it lies in its table with what the log says last of it. Columns only one of them has are newer. */
export function differs(receipt: string, logged: string): string | undefined {
  const now: Record<string, unknown> = JSON.parse(receipt);
  const then: Record<string, unknown> = JSON.parse(logged);
  return Object.keys(then).find(
    (column) => column in now && canonical(now[column]) !== canonical(then[column]),
  );
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
