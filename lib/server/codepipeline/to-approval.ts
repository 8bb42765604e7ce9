import "server-only";
import type { ActionDeclaration as AwsActionDeclaration } from "@aws-sdk/client-codepipeline";
import type { OpenApproval } from "@/lib/domain/pipeline-state";
import { instant, text, webAddress } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";

/** AWS's default when an approval action declares no timeoutInMinutes: 7 days. */
const DEFAULT_TIMEOUT_MS = 7 * 24 * 60 * 60 * 1000;
/** Ten times what AWS allows. */
const LONGEST_MINUTES = 864_000;

/**
 * An approval that waits for an answer.
 *
 * @param askedAtMs when it began to wait, epoch milliseconds
 * @param run its action execution, whose resolved configuration has the variables filled in
 */
export function toOpenApproval(
  executionId: string,
  askedAtMs: number,
  declared: AwsActionDeclaration | undefined,
  run: AwsActionExecution | undefined,
): OpenApproval {
  const minutes = declared?.timeoutInMinutes;
  const timeoutMs =
    typeof minutes === "number" && minutes > 0 && minutes <= LONGEST_MINUTES
      ? Math.round(minutes * 60_000)
      : DEFAULT_TIMEOUT_MS;
  const askedAt = new Date(askedAtMs).toISOString();
  const configuration =
    run?.input?.resolvedConfiguration ?? run?.input?.configuration ?? declared?.configuration;
  return {
    executionId,
    question: text(configuration?.CustomData),
    link: webAddress(configuration?.ExternalEntityLink),
    askedAt,
    expiresAt: instant(new Date(askedAtMs + timeoutMs)) ?? askedAt,
    timeoutMs,
  };
}
