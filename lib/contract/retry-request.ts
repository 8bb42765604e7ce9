import { z } from "zod";
import { Instant } from "./freshness";
import { ExecutionId } from "./path";
import { personText } from "./person-text";

/** POST …/stages/{stage}/retry: the failed actions of the stage again, or all of them, in the same execution. */
export const RetryRequest = z.strictObject({
  executionId: ExecutionId,
  mode: z.enum(["FAILED_ACTIONS", "ALL_ACTIONS"]),
  reason: personText(200).optional(),
  /** `changedAt` of the stage as the person saw it: when the stage changed since, the press is refused. */
  seenChangedAt: Instant.optional(),
});
export type RetryRequest = z.infer<typeof RetryRequest>;
