import { z } from "zod";
import type * as domain from "@/lib/domain/stage-failure";
import { Freshness, Instant } from "./freshness";
import { ExecutionId } from "./path";
import { ChangedVariables, ShippedSource, ShipsExecution, Unread } from "./ships";

/** Query of GET …/stages/{stage}/failure: without an execution, the one the stage shows. */
export const StageFailureQuery = z.strictObject({ executionId: ExecutionId.optional() });

/** GET /api/pipelines/{target}/{pipeline}/stages/{stage}/failure?executionId= */
export const StageFailureReply = z.strictObject({
  failure: z.strictObject({
    stage: z.string(),
    faults: z.array(
      z.strictObject({
        name: z.string(),
        rule: z.boolean(),
        provider: z.string().optional(),
        code: z.string().optional(),
        message: z.string().optional(),
        externalUrl: z.string().optional(),
      }),
    ),
    direction: z.enum(["forward", "back", "none"]),
    from: ShipsExecution.optional(),
    to: ShipsExecution,
    sources: z.array(ShippedSource),
    failingSince: Instant.optional(),
    failures: z.number().int().positive(),
    variables: ChangedVariables.optional(),
    definition: z.strictObject({ from: z.number().int(), to: z.number().int() }).optional(),
    unread: Unread.optional(),
    gaps: z.array(z.string()),
  }) satisfies z.ZodType<domain.StageFailure>,
  freshness: Freshness,
  now: Instant,
});
export type StageFailureReply = z.infer<typeof StageFailureReply>;
