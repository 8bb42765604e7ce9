import type { Instant } from "./instant";
import type { Sentence } from "./pipeline";

/** What a stage or a pipeline stands at, works at or waits for; `rest` and `never` want nothing of anybody. */
export const WAITING_CAUSES = [
  "failure",
  "approval",
  "gate",
  "rule",
  "queue",
  "work",
  "between",
  "stopping",
  "stopped",
  "cancelled",
  "skipped",
  "overridden",
  "unknown",
  "never",
  "rest",
] as const;
export type WaitingCause = (typeof WAITING_CAUSES)[number];

/** Why something is not moving, or what it does instead. It holds no age and no countdown: those tick in the browser. */
export interface Waiting extends Sentence {
  cause: WaitingCause;
  /** The stage it is about. */
  stage?: string;
  /** The execution that stands there. */
  executionId?: string;
  /** Since when it stands so. */
  since?: Instant;
  /** When what it waits for runs out: an approval fails, opening a gate resumes nothing any more, a rule is given up. */
  until?: Instant;
  /** Actions at work, the longest first, to be held against how long they usually take. */
  running?: Array<{ action: string; since: Instant }>;
  /** A closed gate besides, with who waits in front of it: they enter no sooner than it opens, whatever is said above. */
  gate?: Waiting;
}
