import type { Protocol, Refusal } from "./protocol";
import { xmlOf } from "./sts/xml";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

/** What the query protocol calls the refusals that the JSON protocols name differently. */
const QUERY_CODES: Record<string, string> = {
  MissingAuthenticationTokenException: "MissingAuthenticationToken",
  UnrecognizedClientException: "InvalidClientTokenId",
  InvalidSignatureException: "SignatureDoesNotMatch",
  ExpiredTokenException: "ExpiredToken",
  IncompleteSignatureException: "IncompleteSignature",
  ThrottlingException: "Throttling",
  AccessDeniedException: "AccessDenied",
};

function readForm(body: Buffer): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
}

function failureBody(refusal: Refusal, requestId: string): string {
  const error = {
    Type: refusal.status >= 500 ? "Receiver" : "Sender",
    Code: QUERY_CODES[refusal.code] ?? refusal.code,
    Message: refusal.message,
  };
  return xmlOf("ErrorResponse", NAMESPACE, { Error: error, RequestId: requestId });
}

/** AWS's query protocol as STS speaks it: form in, XML out. An answer is the tree inside `<OperationResult>`. */
export const queryProtocol: Protocol = {
  contentType: "text/xml",
  read: readForm,
  success: (operation, answer, requestId) =>
    xmlOf(`${operation}Response`, NAMESPACE, {
      [`${operation}Result`]: answer,
      ResponseMetadata: { RequestId: requestId },
    }),
  failure: (refusal, requestId) => ({ status: refusal.status, body: failureBody(refusal, requestId) }),
  broken: (body) => body.slice(0, Math.ceil(body.length * 0.6)),
};
