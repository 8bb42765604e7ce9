import type { Instant } from "./instant";

/** How much the data of one target can be trusted right now. */
export type Freshness =
  /** `restMs`: how old its oldest may get before it is due, where a target is too large for that to be seconds. */
  | { kind: "live"; asOf: Instant; restMs?: number }
  /** Answers come, but not every pipeline has been read since it was due. `asOf` is the oldest, null when some were never read. */
  | { kind: "catching-up"; asOf: Instant | null; read: number; total: number }
  | { kind: "throttled"; asOf: Instant | null; since: Instant; nextTryAt: Instant }
  | {
      kind: "unreachable";
      asOf: Instant | null;
      since: Instant;
      nextTryAt: Instant;
      reason: string;
      tries: number;
    }
  /**
   * AWS says no. `permission` is an IAM action such as `codepipeline:ListPipelines`, or AWS's error code when the
   * credentials themselves are not good, such as `UnrecognizedClientException`; `reason` is AWS's message.
   */
  | {
      kind: "denied";
      asOf: Instant | null;
      since: Instant;
      nextTryAt: Instant;
      permission: string;
      principal?: string;
      reason?: string;
    };
