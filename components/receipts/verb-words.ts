import type { Verb } from "@/lib/domain/receipt";

/** How a verb reads in the sentences of a receipt. */
export interface VerbWords {
  /** `Approve`, for a toast's heading. */
  press: string;
  /** `the approval`, what is being sent. */
  noun: string;
  /** `Approved`, once AWS has accepted it. */
  done: string;
}

/** The words of every verb. */
export const VERB_WORDS: Record<Verb, VerbWords> = {
  approve: { press: "Approve", noun: "the approval", done: "Approved" },
  reject: { press: "Reject", noun: "the rejection", done: "Rejected" },
  stop: { press: "Stop", noun: "the stop", done: "Stopping" },
  abandon: { press: "Abandon", noun: "the abandon", done: "Abandoned" },
  retry: { press: "Retry", noun: "the retry", done: "Retried" },
  rollback: { press: "Roll back", noun: "the rollback", done: "Rolled back" },
  override: { press: "Override", noun: "the override", done: "Overridden" },
  "open-transition": { press: "Open gate", noun: "the opening", done: "Opened" },
  "close-transition": { press: "Close gate", noun: "the closing", done: "Closed" },
  release: { press: "Release", noun: "the release", done: "Released" },
};
