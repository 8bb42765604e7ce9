import "server-only";
import { AssumeRoleError } from "../aws/assume-role";

/** Why a call to AWS gave no answer that could be used. */
export type AwsFailureKind =
  /** What was asked for does not exist. */
  | "not-found"
  /** Credentials or permissions do not allow it. */
  | "denied"
  /** Too many requests; AWS did not act. */
  | "throttled"
  /** No answer: no connection, or none in time. */
  | "unreachable"
  /** An answer that cannot be read. */
  | "malformed"
  /** AWS checked the request and said no. */
  | "refused"
  /** AWS failed inside, HTTP 5xx. */
  | "fault";

export interface AwsFailure {
  kind: AwsFailureKind;
  /** AWS's own error code, or the name of the network error. */
  code: string;
  message: string;
  requestId?: string;
  /** Whether AWS may have acted all the same: then a write is never sent again, only read after. */
  ambiguous: boolean;
  /** For `denied`: the IAM action that is missing, such as `codepipeline:GetPipelineState`. */
  permission?: string;
  /** For `denied`: ARN of who was denied. */
  principal?: string;
}

/** An answer that came with status 200 but is not what the operation answers with. */
export class MalformedAnswerError extends Error {
  override name = "MalformedAnswerError";
}

const THROTTLED =
  /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown|LimitExceededException)$/;
const DENIED =
  /^(AccessDenied(Exception)?|NotAuthorized|UnauthorizedOperation|OptInRequired|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken(Exception)?|ExpiredToken(Exception)?|CredentialsProviderError|WrongAccountError)$/;
/** Denials of what may be done; the others are about who asks, and no permission would help. */
const ABOUT_PERMISSION = /^(AccessDenied(Exception)?|NotAuthorized|UnauthorizedOperation|Error)$/;
const UNREADABLE = /^(SyntaxError|TypeError|RangeError|MalformedAnswerError)$/;
/** The request never left, so AWS cannot have acted. */
const NEVER_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** The SDK's own words for these are about sockets and its settings. */
const LATE = /^(ETIMEDOUT|ESOCKETTIMEDOUT|TimeoutError|AbortError|RequestTimeout(Exception)?)$/;
const NETWORK =
  /^(E[A-Z_]+|UND_ERR_[A-Z_]+|TimeoutError|AbortError|RequestTimeout|RequestTimeoutException|NetworkingError)$/;

/**
 * Says what an error of an SDK call means.
 *
 * @param operation name of the operation, for the permission when AWS's message does not tell it
 */
export function classify(error: unknown, operation?: string): AwsFailure {
  if (error instanceof AssumeRoleError) return { ...classify(error.cause, "AssumeRole"), ambiguous: false };
  const { name, code, message, status, requestId } = partsOf(error);
  const base = { code: name, message, ...(requestId === undefined ? {} : { requestId }) };
  if (THROTTLED.test(name) || status === 429) return { ...base, kind: "throttled", ambiguous: false };
  if (DENIED.test(name) || status === 401 || status === 403) return denied(base, operation);
  if (status !== undefined && status >= 500) return fault(base, status);
  if (UNREADABLE.test(name)) return malformed(requestId);
  const network = NETWORK.test(code) ? code : NETWORK.test(name) ? name : undefined;
  if (network !== undefined && (status === undefined || status === 408)) {
    const told = LATE.test(network) ? "no answer came in time" : message;
    return {
      ...base,
      code: network,
      message: told,
      kind: "unreachable",
      ambiguous: !NEVER_SENT.test(network),
    };
  }
  if (name.endsWith("NotFoundException")) return { ...base, kind: "not-found", ambiguous: false };
  if (status !== undefined && status >= 400) return { ...base, kind: "refused", ambiguous: false };
  if (status !== undefined) return malformed(requestId);
  return { ...base, kind: "unreachable", ambiguous: true };
}

/** What a parser says about an answer helps nobody who waits for it. */
function malformed(requestId: string | undefined): AwsFailure {
  return {
    kind: "malformed",
    code: "MalformedAnswer",
    message: "AWS answered something that is not what this operation answers",
    ...(requestId === undefined ? {} : { requestId }),
    ambiguous: true,
  };
}

/** A proxy in between answers in its own words, which the SDK cannot read; then the status says it all. */
function fault(base: { code: string; message: string; requestId?: string }, status: number): AwsFailure {
  const foreign = base.code === "Error" || UNREADABLE.test(base.code);
  const told = foreign
    ? { code: `HTTP ${status}`, message: `HTTP ${status} with a body that cannot be read` }
    : {};
  return { ...base, ...told, kind: "fault", ambiguous: true };
}

function denied(base: { code: string; message: string; requestId?: string }, operation?: string): AwsFailure {
  const permission = /not authorized to perform:?\s+([a-z0-9-]+:[A-Za-z*]+)/.exec(base.message)?.[1];
  const principal = /(arn:aws[a-z-]*:(?:iam|sts)::\d{12}:\S+) is not authorized/.exec(base.message)?.[1];
  const asked =
    operation === undefined || !ABOUT_PERMISSION.test(base.code) ? undefined : toPermission(operation);
  return { ...base, kind: "denied", ambiguous: false, permission: permission ?? asked, principal };
}

/** IAM actions of what is not CodePipeline's. */
const PERMISSION_OF: Readonly<Record<string, string>> = {
  AssumeRole: "sts:AssumeRole",
  ReceiveMessage: "sqs:ReceiveMessage",
  DeleteMessageBatch: "sqs:DeleteMessage",
};

function toPermission(operation: string): string {
  return PERMISSION_OF[operation] ?? `codepipeline:${operation}`;
}

function partsOf(error: unknown) {
  if (typeof error !== "object" || error === null) {
    return { name: "Error", code: "", message: String(error), status: undefined, requestId: undefined };
  }
  const metadata = "$metadata" in error && typeof error.$metadata === "object" ? error.$metadata : null;
  const status =
    metadata && "httpStatusCode" in metadata && typeof metadata.httpStatusCode === "number"
      ? metadata.httpStatusCode
      : undefined;
  const requestId =
    metadata && "requestId" in metadata && typeof metadata.requestId === "string"
      ? metadata.requestId
      : undefined;
  return {
    name: "name" in error && typeof error.name === "string" ? error.name : "Error",
    code: "code" in error && typeof error.code === "string" ? error.code : "",
    message: "message" in error && typeof error.message === "string" ? error.message : "",
    status,
    requestId,
  };
}
