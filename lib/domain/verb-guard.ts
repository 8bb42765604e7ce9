import type { Verb } from "./receipt";

/**
 * Whether AWS itself lets a press act once however often it arrives: an approval's token takes one answer, an execution
 * stops once, a gate that is closed is closed. Of the others, one whose answer was lost keeps the next one waiting.
 */
export const GUARDED: Readonly<Record<Verb, boolean>> = {
  approve: true,
  reject: true,
  stop: true,
  abandon: true,
  "open-transition": true,
  "close-transition": true,
  retry: false,
  rollback: false,
  override: false,
  release: false,
};
