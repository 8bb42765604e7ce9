import type { Instant } from "./instant";

/** What a press asks for. */
export type Verb =
  | "approve"
  | "reject"
  | "stop"
  | "abandon"
  | "retry"
  | "rollback"
  | "override"
  | "open-transition"
  | "close-transition"
  | "release";

/**
 * How far a press is known to have come. `accepted`: AWS took it; `confirmed`: its effect was seen by reading AWS.
 * `unknown`: sent, and the answer was lost; never sent again, settled by reading: `confirmed`, or, once the request can no
 * longer act, `no-effect`, or `undecided` where what AWS shows may be this press's effect or somebody else's.
 */
export const RECEIPT_STATES = [
  "recorded",
  "sent",
  "accepted",
  "confirmed",
  "refused",
  "unknown",
  "no-effect",
  "undecided",
] as const;

export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** The durable record of one press of a button. */
export interface Receipt {
  /** The Idempotency-Key of the press. */
  id: string;
  verb: Verb;
  target: string;
  pipeline: string;
  stage?: string;
  action?: string;
  executionId?: string;
  person: { id: string; name: string };
  /** Reason or approval comment as the person wrote it. */
  reason?: string;
  state: ReceiptState;
  recordedAt: Instant;
  sentAt?: Instant;
  /** When it became known what came of it: AWS answered, or reading AWS told. */
  settledAt?: Instant;
  /** When its effect was seen by reading AWS. */
  confirmedAt?: Instant;
  /** What reading AWS showed, in a sentence: the effect, why there is none, or why that cannot be told. */
  finding?: string;
  awsRequestId?: string;
  /** The execution that came of it: of a release, and of a rollback. */
  startedExecutionId?: string;
  /** Why nothing happened: our check before sending, or AWS's error. */
  refusal?: { code: string; message: string; beforeSending: boolean };
}
