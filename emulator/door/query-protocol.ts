import type { Protocol, Refusal } from "./protocol";
import { queryCodeOf } from "./query-codes";
import { xmlOf } from "./sts/xml";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

function readForm(body: Buffer): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
}

function failureBody(refusal: Refusal, requestId: string): string {
  const error = {
    Type: refusal.status >= 500 ? "Receiver" : "Sender",
    Code: queryCodeOf(refusal.code),
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
