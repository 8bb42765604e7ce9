import "server-only";
import type { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import { callCountsOf } from "../aws/call-counts";
import { writeDeadlineMs } from "../aws/clients";
import { forgetOperatorClient } from "../aws/operator-clients";
import { signersClient } from "../aws/signers-client";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";
import { type AwsFailure, classify } from "./aws-failure";

/** How one press ended at AWS. */
export type WriteOutcome =
  | { kind: "accepted"; awsRequestId?: string }
  /** AWS did not act, and that is certain. `beforeSending`: the request never left this server. */
  | { kind: "refused"; code: string; message: string; beforeSending: boolean; awsRequestId?: string }
  /** Nobody can say whether AWS acted. Never sent again; reading tells. */
  | { kind: "unknown"; code: string; message: string; awsRequestId?: string };

/**
 * Makes one write: one POST, whatever happens, because AWS has no idempotency token for these operations and
 * acts on every POST it reads. Signed in the name of whoever presses (`withSigner`). Never throws.
 *
 * @param send gives the request id AWS answered with
 */
export async function writeAws(
  target: TargetConfig,
  operation: string,
  send: (client: CodePipelineClient, abortSignal: AbortSignal) => Promise<string | undefined>,
): Promise<WriteOutcome> {
  const abortSignal = AbortSignal.timeout(writeDeadlineMs(target));
  let client: CodePipelineClient;
  try {
    // Credentials first and apart: when they cannot be had, the press itself certainly did not leave.
    client = await before(abortSignal, signersClient(target, operation));
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
    const awsRequestId = await before(abortSignal, send(client, abortSignal));
    counted("ok");
    return { kind: "accepted", awsRequestId };
  } catch (error) {
    const failure = classify(error, operation);
    counted(failure.kind);
    // This press is refused for good, but the next one shall not be.
    if (/^ExpiredToken(Exception)?$/.test(failure.code)) forgetOperatorClient(client);
    return toOutcome(failure);
  }
}

function toOutcome(failure: AwsFailure): WriteOutcome {
  const { code, message, requestId: awsRequestId } = failure;
  if (failure.ambiguous) return { kind: "unknown", code, message, awsRequestId };
  return { kind: "refused", code, message, beforeSending: failure.kind === "unreachable", awsRequestId };
}

/** An AbortSignal alone does not end waiting for a socket, so the promise is raced as well. */
function before<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      const late = () => reject(new DOMException("AWS did not answer in time", "TimeoutError"));
      if (signal.aborted) late();
      else signal.addEventListener("abort", late, { once: true });
    }),
  ]);
}
