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

/** How far a press is known to have come. `unknown`: sent, and the answer was lost; never sent again. */
export type ReceiptState = "recorded" | "sent" | "accepted" | "refused" | "unknown";

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
  settledAt?: Instant;
  awsRequestId?: string;
  /** Why nothing happened: our check before sending, or AWS's error. */
  refusal?: { code: string; message: string; beforeSending: boolean };
}
