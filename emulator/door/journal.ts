const MOST_ENTRIES = 20_000;

/** A request that was let in; `at` is the emulated instant, `outcome` is `ok`, AWS's error name, `reset` or `hang`. */
export interface JournalEntry {
  seq: number;
  at: string;
  operation: string;
  account: string;
  region: string;
  principalArn: string;
  sessionName?: string;
  sourceIdentity?: string;
  input: unknown;
  outcome: string;
  requestId: string;
}

/** The outside witness: every request whose signature was good, oldest first; the oldest are forgotten at last. */
export class Journal {
  private entries: JournalEntry[] = [];
  private count = 0;

  /** Sequence number of the newest entry, 0 when there is none. */
  get last(): number {
    return this.count;
  }

  append(entry: Omit<JournalEntry, "seq">): void {
    this.count += 1;
    this.entries.push({ seq: this.count, ...entry });
    if (this.entries.length > 2 * MOST_ENTRIES) this.entries = this.entries.slice(-MOST_ENTRIES);
  }

  /** Entries with a sequence number above `seq`, oldest first. */
  after(seq: number): JournalEntry[] {
    const first = this.entries[0]?.seq ?? 1;
    return this.entries.slice(Math.max(0, seq + 1 - first));
  }
}
