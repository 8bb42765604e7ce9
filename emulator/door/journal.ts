import type { Caller } from "./caller";
import { toInstantText } from "./instant-text";

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

/** What is kept of a request until somebody reads; `at` is in epoch milliseconds. */
export interface Passed {
  at: number;
  operation: string;
  caller: Caller;
  region: string;
  input: unknown;
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

  /** Sequence number of the newest entry, 0 when there is none. */
  get last(): number {
    return this.count;
  }

  append(passed: Passed): void {
    this.count += 1;
    this.passed.push(passed);
    if (this.passed.length > 2 * MOST_ENTRIES) this.passed = this.passed.slice(-MOST_ENTRIES);
  }

  /** Entries with a sequence number above `seq`, oldest first. */
  after(seq: number): JournalEntry[] {
    const forgotten = this.count - this.passed.length;
    const first = Math.max(seq, forgotten);
    return this.passed.slice(first - forgotten).map((passed, index) => entryOf(passed, first + 1 + index));
  }
}
