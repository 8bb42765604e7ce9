import { z } from "zod";

const AWS_NAME = /^[A-Za-z0-9.@_-]{1,100}$/;
const awsName = z.string().regex(AWS_NAME, "must be 1 to 100 letters, digits or . @ - _");

/** Id of a target as the configuration gives it. */
export const TargetId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be a target id: lower-case letters, digits and hyphens");
export const PipelineName = awsName;
export const StageName = awsName;
export const ActionName = awsName;
export const ExecutionId = z.guid("must be an execution id, a uuid");

/** Path of everything that is about one pipeline. */
export const PipelinePath = z.strictObject({ target: TargetId, pipeline: PipelineName });
export const ExecutionPath = PipelinePath.extend({ id: ExecutionId });
export const StagePath = PipelinePath.extend({ stage: StageName });
export const ActionPath = StagePath.extend({ action: ActionName });
export const ReceiptPath = z.strictObject({ id: z.guid("must be a receipt id, a uuid") });
