import "server-only";
import { AwsReadError, notAnsweredYet } from "../codepipeline/read-aws";
import type { PipelineRecord } from "./pipeline-record";
import type { TargetSweep } from "./target-sweep";

/**
 * What to tell whoever asked for something of a pipeline that was never read: the trouble of it or of its target, or that AWS
 * throttles, or that it takes too long.
 *
 * @param operation name of the AWS operation that would have told it
 */
export function whyUnread(
  operation: string,
  record: PipelineRecord | undefined,
  sweep: TargetSweep,
): AwsReadError {
  const failure = (record?.trouble ?? sweep.trouble.current)?.failure ?? sweep.lastThrottle;
  return failure ? new AwsReadError(operation, failure) : notAnsweredYet(operation);
}
