import { describe, expect, test } from "vitest";
import { AssumeRoleError } from "../aws/assume-role";
import { classify, MalformedAnswerError } from "./aws-failure";

function awsError(name: string, httpStatusCode: number, message = ""): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode, requestId: "r-1" } });
}

function socketError(code: string, name = "Error"): Error {
  return Object.assign(new Error(`connect ${code}`), { code, name });
}

describe("classify", () => {
  test.each([
    ["a missing pipeline", awsError("PipelineNotFoundException", 400), "not-found", false],
    ["a throttle", awsError("ThrottlingException", 400), "throttled", false],
    ["a throttle by status", awsError("Whatever", 429), "throttled", false],
    ["a denial", awsError("AccessDeniedException", 403), "denied", false],
    ["an unknown key", awsError("UnrecognizedClientException", 403), "denied", false],
    ["an expired session", awsError("ExpiredTokenException", 403), "denied", false],
    [
      "no credentials at all",
      Object.assign(new Error("none"), { name: "CredentialsProviderError" }),
      "denied",
      false,
    ],
    ["a refusal", awsError("ApprovalAlreadyCompletedException", 400), "refused", false],
    ["a conflict", awsError("ConflictException", 400), "refused", false],
    ["a failure inside AWS", awsError("InternalFailure", 500), "fault", true],
    ["a service that is unavailable", awsError("ServiceUnavailable", 503), "fault", true],
    ["a proxy's own page", awsError("SyntaxError", 502, "Unexpected token <"), "fault", true],
    ["a refused connection", socketError("ECONNREFUSED"), "unreachable", false],
    ["a name that cannot be resolved", socketError("ENOTFOUND"), "unreachable", false],
    ["a dropped connection", socketError("ECONNRESET"), "unreachable", true],
    ["no answer in time", socketError("", "TimeoutError"), "unreachable", true],
    ["a deadline", new DOMException("late", "TimeoutError"), "unreachable", true],
    ["an abort", new DOMException("stop", "AbortError"), "unreachable", true],
    ["broken JSON", new SyntaxError("Unexpected token"), "malformed", true],
    ["a wrong shape", new MalformedAnswerError("no pipelines"), "malformed", true],
    ["what is not even an error", "boom", "unreachable", true],
    ["nothing", undefined, "unreachable", true],
  ])("%s", (_, error, kind, ambiguous) => {
    expect(classify(error)).toMatchObject({ kind, ambiguous });
  });

  test("a denial tells the permission and the principal of AWS's message", () => {
    const message =
      "User: arn:aws:sts::444455556666:assumed-role/pipedeck-read/pipedeck is not authorized to perform: codepipeline:GetPipelineState on resource: arn:aws:codepipeline:eu-west-1:444455556666:x";
    expect(classify(awsError("AccessDeniedException", 403, message), "ListPipelines")).toMatchObject({
      permission: "codepipeline:GetPipelineState",
      principal: "arn:aws:sts::444455556666:assumed-role/pipedeck-read/pipedeck",
      requestId: "r-1",
    });
  });

  test("a denial that names nothing is of the operation asked for", () => {
    expect(classify(awsError("AccessDeniedException", 403, "no"), "ListPipelines").permission).toBe(
      "codepipeline:ListPipelines",
    );
  });

  test("a late or unreadable answer is told in our words, not in those of the SDK's parts", () => {
    const late = Object.assign(new Error("@smithy/node-http-handler - [ERROR] a request has exceeded …"), {
      code: "ETIMEDOUT",
    });
    expect(classify(late)).toMatchObject({ code: "ETIMEDOUT", message: "no answer came in time" });
    const broken = new SyntaxError("Unexpected token\n  Deserialization error: inspect the hidden field");
    expect(classify(broken)).toMatchObject({
      code: "MalformedAnswer",
      message: "AWS answered something that is not what this operation answers",
    });
  });

  test("a role that cannot be assumed means nothing was sent", () => {
    const failure = classify(
      new AssumeRoleError("no", { cause: awsError("AccessDenied", 403) }),
      "PutApprovalResult",
    );
    expect(failure).toMatchObject({ kind: "denied", permission: "sts:AssumeRole", ambiguous: false });
    const lost = classify(
      new AssumeRoleError("no", { cause: socketError("ECONNRESET") }),
      "PutApprovalResult",
    );
    expect(lost).toMatchObject({ kind: "unreachable", ambiguous: false });
  });
});
