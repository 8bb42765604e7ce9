import "server-only";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { ApiError, type ErrorCode } from "../errors";
import { reasonOf } from "../watch/trouble";

/** What a read answers when AWS fails and nothing is known yet; any other error is passed on as it is. */
export function toApiError(error: unknown, target: TargetConfig): unknown {
  if (!(error instanceof AwsReadError)) return error;
  const { failure } = error;
  return new ApiError(codeOf(failure), detailOf(failure, target), {
    ...(failure.kind === "throttled" ? { retryAfterSeconds: 5 } : {}),
    cause: error,
  });
}

function codeOf(failure: AwsFailure): ErrorCode {
  switch (failure.kind) {
    case "throttled":
      return "aws.throttled";
    case "denied":
      return "aws.denied";
    case "malformed":
      return "aws.malformed";
    case "fault":
      return "aws.failed";
    case "refused":
    case "not-found":
      return "aws.refused";
    case "unreachable":
      return /timed?out/i.test(failure.code) || failure.code === "AbortError"
        ? "aws.timeout"
        : "aws.unreachable";
  }
}

function detailOf(failure: AwsFailure, target: TargetConfig): string {
  const where = `account ${target.account} in ${target.region}`;
  switch (failure.kind) {
    case "throttled":
      return `AWS is throttling ${where}. It is read again by itself, more slowly.`;
    case "denied":
      return `${failure.permission ?? "The credentials"} is denied in ${where}: ${reasonOf(failure)}`;
    default:
      return `${where}: ${reasonOf(failure)}`;
  }
}
