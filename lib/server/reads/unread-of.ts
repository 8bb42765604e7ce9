import "server-only";
import type { Unread } from "@/lib/domain/unread";
import { isExecutionUnknown } from "../codepipeline/is-execution-unknown";
import type { AwsReadError } from "../codepipeline/read-aws";

/** What a reply says of a read that failed: why, and the IAM action that is missing. */
export function unreadOf(error: AwsReadError): { unread: Unread; denied: string[] } {
  const { permission } = error.failure;
  if (permission !== undefined) return { unread: "denied", denied: [permission] };
  return { unread: isExecutionUnknown(error) ? "gone" : "unanswered", denied: [] };
}
