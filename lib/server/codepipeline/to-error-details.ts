import "server-only";
import type { ErrorDetails as AwsErrorDetails } from "@aws-sdk/client-codepipeline";
import type { ErrorDetails } from "@/lib/domain/pipeline-state";
import { text } from "./lenient";

/** Why an action or rule failed; undefined when AWS says neither code nor message. */
export function toErrorDetails(aws: AwsErrorDetails | undefined): ErrorDetails | undefined {
  const code = text(aws?.code);
  const message = text(aws?.message);
  return code === undefined && message === undefined ? undefined : { code, message };
}
