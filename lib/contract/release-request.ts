import { z } from "zod";
import { ActionName, ExecutionId } from "./path";
import { personText } from "./person-text";

const VariableName = z
  .string()
  .regex(/^[A-Za-z0-9@\-_]{1,128}$/, "must be 1 to 128 letters, digits or @ - _");

/** POST …/executions: starts an execution (releases a change). */
export const ReleaseRequest = z.strictObject({
  variables: z
    .array(z.strictObject({ name: VariableName, value: personText(1000).min(1) }))
    .max(50)
    .optional(),
  sourceRevisions: z
    .array(
      z.strictObject({
        actionName: ActionName,
        revisionType: z.enum(["COMMIT_ID", "IMAGE_DIGEST", "S3_OBJECT_VERSION_ID", "S3_OBJECT_KEY"]),
        revisionValue: personText(1500).min(1),
      }),
    )
    .max(50)
    .optional(),
  reason: personText(200).optional(),
  /** Version of the declaration the form was made of: when there is a newer one, the press is refused. */
  seenVersion: z.int().positive().optional(),
  /** The newest execution the person saw, null for none: when a newer one was started since, the press is refused. */
  seenNewestId: ExecutionId.nullable().optional(),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;
