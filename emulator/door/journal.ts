import type { Caller } from "./caller";
import { toInstantText } from "./instant-text";

const MOST_ENTRIES = 20_000;
/** So many bytes of bodies are kept, however few requests they were. */
const MOST_BYTES = 32 * 1024 * 1024;

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

/** What is kept of a request until somebody reads; `at` is in epoch milliseconds. */
export interface Passed {
  at: number;
  operation: string;
  caller: Caller;
  region: string;
  input: unknown;
  /** Size of the body that `input` was read from. */
  bytes: number;
  outcome: string;
  requestId: string;
}

function entryOf(
  { at, operation, caller, region, input, outcome, requestId }: Passed,
  seq: number,
): JournalEntry {
  return {
    seq,
    at: toInstantText(at),
    operation,
    account: caller.account,
    region,
    principalArn: caller.arn,
    ...(caller.sessionName === undefined ? {} : { sessionName: caller.sessionName }),
    ...(caller.sourceIdentity === undefined ? {} : { sourceIdentity: caller.sourceIdentity }),
    input,
    outcome,
    requestId,
  };
}

/** The outside witness: every request whose signature was good, oldest first; the oldest are forgotten at last. */
export class Journal {
  private passed: Passed[] = [];
  private count = 0;
  private bytes = 0;

  /** Sequence number of the newest entry, 0 when there is none. */
  get last(): number {
    return this.count;
  }

  append(passed: Passed): void {
    this.count += 1;
    this.bytes += passed.bytes;
    this.passed.push(passed);
    // Cut seldom and much, so that an entry costs the same however long the journal is.
    if (this.passed.length > 2 * MOST_ENTRIES || this.bytes > 2 * MOST_BYTES) this.cut();
  }

  /** Forgets the oldest entries until there are few enough, but never the newest. */
  private cut(): void {
    let first = Math.max(0, this.passed.length - MOST_ENTRIES);
    let bytes = this.passed.slice(first).reduce((sum, passed) => sum + passed.bytes, 0);
    for (; bytes > MOST_BYTES && first < this.passed.length - 1; first += 1) {
      bytes -= this.passed[first]?.bytes ?? 0;
    }
    this.passed = this.passed.slice(first);
    this.bytes = bytes;
  }

  /** Entries with a sequence number above `seq`, oldest first. */
  after(seq: number): JournalEntry[] {
    const forgotten = this.count - this.passed.length;
    const first = Math.max(seq, forgotten);
    return this.passed.slice(first - forgotten).map((passed, index) => entryOf(passed, first + 1 + index));
  }
}
