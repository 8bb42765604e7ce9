import "server-only";
import type { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import { callCountsOf } from "../aws/call-counts";
import { writeDeadlineMs } from "../aws/clients";
import { forgetOperatorClient } from "../aws/operator-clients";
import { signersClient } from "../aws/signers-client";
import { withinDeadline } from "../aws/within-deadline";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";
import { type AwsFailure, classify, MalformedAnswerError } from "./aws-failure";

/** How one press ended at AWS. */
export type WriteOutcome =
  /** `startedExecutionId`: the execution that came of it, where the operation starts one. */
  | { kind: "accepted"; awsRequestId?: string; startedExecutionId?: string }
  /** AWS did not act, and that is certain. `beforeSending`: the request never left this server. */
  | { kind: "refused"; code: string; message: string; beforeSending: boolean; awsRequestId?: string }
  /** Nobody can say whether AWS acted. Never sent again; reading tells. */
  | { kind: "unknown"; code: string; message: string; awsRequestId?: string };

/** What AWS says when it accepts a write. */
export interface WriteAnswer {
  awsRequestId: string | undefined;
  startedExecutionId?: string;
}

/**
 * Makes one write: one POST, whatever happens, because AWS has no idempotency token for these operations and
 * acts on every POST it reads. Signed in the name of whoever presses (`withSigner`). Never throws.
 *
 * @param send gives what AWS answered with
 */
export async function writeAws(
  target: TargetConfig,
  operation: string,
  send: (client: CodePipelineClient, abortSignal: AbortSignal) => Promise<WriteAnswer>,
): Promise<WriteOutcome> {
  const beganMono = monotonic();
  const deadlineMs = writeDeadlineMs(target);
  let client: CodePipelineClient;
  try {
    // Credentials first and apart: when they cannot be had, the press itself certainly did not leave.
    client = await withinDeadline(deadlineMs, () => signersClient(target, operation));
  } catch (error) {
    const { code, message } = classify(error, operation);
    return {
      kind: "refused",
      code,
      message: message || "No credentials for this target.",
      beforeSending: true,
    };
  }
  const sentMono = monotonic();
  const counted = (outcome: string) => callCountsOf(target).add(operation, outcome, monotonic() - sentMono);
  try {
    const leftMs = deadlineMs - (sentMono - beganMono);
    const answer = await withinDeadline(leftMs, (signal) => send(client, signal));
    counted("ok");
    return { kind: "accepted", ...answer };
  } catch (error) {
    const failure = classify(error, operation);
    counted(failure.kind);
    // This press is refused for good, but the next one shall not be.
    if (/^ExpiredToken(Exception)?$/.test(failure.code)) forgetOperatorClient(client);
    return toOutcome(failure);
  }
}

/**
 * The answer of an operation that answers nothing. Its request id alone tells it from what somebody in between may
 * have sent. Throws MalformedAnswerError without one.
 */
export function answeredNothing(operation: string, awsRequestId: string | undefined): WriteAnswer {
  if (awsRequestId === undefined)
    throw new MalformedAnswerError(`${operation} answered without a request id`);
  return { awsRequestId };
}

function toOutcome(failure: AwsFailure): WriteOutcome {
  const { code, message, requestId: awsRequestId } = failure;
  if (failure.ambiguous) return { kind: "unknown", code, message, awsRequestId };
  return { kind: "refused", code, message, beforeSending: failure.kind === "unreachable", awsRequestId };
}
