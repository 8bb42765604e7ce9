import "server-only";
import type { SourceRevision as AwsSourceRevision } from "@aws-sdk/client-codepipeline";
import type { Revision } from "@/lib/domain/revision";
import { shortRevision } from "@/lib/domain/short-id";
import { text, webAddress } from "./lenient";
import { toSummary } from "./to-summary";

/** A source revision of an execution; undefined when AWS gave no id. */
export function toRevision(aws: AwsSourceRevision): Revision | undefined {
  const id = text(aws.revisionId);
  if (id === undefined) return undefined;
  return {
    action: text(aws.actionName) ?? "",
    id,
    shortId: shortRevision(id),
    ...toSummary(text(aws.revisionSummary)),
    url: webAddress(aws.revisionUrl),
  };
}
