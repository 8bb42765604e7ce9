import { z } from "zod";
import type { ApprovalStanding as Standing } from "@/lib/domain/approval-standing";
import type * as domain from "@/lib/domain/stage-ships";
import { Revision } from "./execution";
import { Freshness, Instant } from "./freshness";
import { ExecutionId } from "./path";

/** Query of GET …/stages/{stage}/ships: one of both. */
export const ShipsQuery = z
  .strictObject({
    /** What would ship when this execution goes on from the stage. */
    executionId: ExecutionId.optional(),
    /** What would be taken away, or come, when the stage is rolled back to this execution. */
    rollbackTo: ExecutionId.optional(),
  })
  .refine(
    ({ executionId, rollbackTo }) => (executionId === undefined) !== (rollbackTo === undefined),
    "give either executionId or rollbackTo",
  );

/** One end of a comparison. */
export const ShipsExecution = z.strictObject({
  id: z.string(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  standing: z.string(),
  executionType: z.string(),
  revisions: z.array(Revision),
});

/** What changes of one source. */
export const ShippedSource = z.strictObject({
  action: z.string(),
  from: Revision.optional(),
  to: Revision.optional(),
  revisions: z.array(
    z.strictObject({
      revision: Revision,
      executionId: z.string(),
      standing: z.string(),
      stage: z.string().optional(),
    }),
  ),
  compareUrl: z.string().optional(),
});

/** Why something could not be compared. */
export const Unread = z.enum(["denied", "gone", "unanswered"]);

/** Variables of which two executions have other values. */
export const ChangedVariables = z.strictObject({
  changed: z.array(
    z.strictObject({
      name: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      hidden: z.boolean(),
    }),
  ),
  same: z.number().int().nonnegative(),
});

const ApprovalStanding = z.strictObject({
  own: z.enum(["started", "authored"]).optional(),
  firstBy: z.strictObject({ id: z.string(), name: z.string() }).nullable().optional(),
  firstAt: Instant.optional(),
}) satisfies z.ZodType<Standing>;

/** GET /api/pipelines/{target}/{pipeline}/stages/{stage}/ships?executionId= or ?rollbackTo= */
export const ShipsReply = z.strictObject({
  ships: z.strictObject({
    stage: z.string(),
    destination: z.string(),
    direction: z.enum(["forward", "back", "none"]),
    from: ShipsExecution.optional(),
    to: ShipsExecution,
    sources: z.array(ShippedSource),
    variables: ChangedVariables.optional(),
    unread: Unread.optional(),
    waiting: z.array(z.strictObject({ id: z.string(), label: z.string(), revisions: z.array(Revision) })),
    expiresAt: Instant.optional(),
    gaps: z.array(z.string()),
  }) satisfies z.ZodType<domain.StageShips>,
  /** For an execution that waits at an approval, where the pipeline's rules say more; never the approval's token. */
  approval: ApprovalStanding.optional(),
  freshness: Freshness,
  now: Instant,
});
export type ShipsReply = z.infer<typeof ShipsReply>;
