import { z } from "zod";
import { ExecutionId } from "./path";
import { reasonText } from "./person-text";

/** POST …/stages/{stage}/rollback: the stage again with what an earlier execution worked with. */
export const RollbackRequest = z.strictObject({
  targetExecutionId: ExecutionId,
  reason: reasonText(200),
  /** Closes the way into the stage first, so that what waits does not replace what is rolled back to. */
  hold: z.boolean().optional(),
  /** The execution the person saw in the stage: when another is there by now, the press is refused. */
  seenExecutionId: ExecutionId.optional(),
  /** The person saw the way into the stage closed: when it is open by now, the press is refused. */
  seenClosed: z.literal(true).optional(),
});
export type RollbackRequest = z.infer<typeof RollbackRequest>;
