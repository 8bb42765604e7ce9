import { z } from "zod";
import { Instant } from "./freshness";
import { ExecutionId } from "./path";
import { reasonText } from "./person-text";

/** POST …/stages/{stage}/override: the stage goes on as if its condition were met. */
export const OverrideRequest = z.strictObject({
  executionId: ExecutionId,
  condition: z.enum(["BEFORE_ENTRY", "ON_SUCCESS"]),
  reason: reasonText(200),
  /** `changedAt` of the condition as the person saw it: when it was judged anew since, the press is refused. */
  seenChangedAt: Instant.optional(),
});
export type OverrideRequest = z.infer<typeof OverrideRequest>;
