import type { OutgoingHttpHeader, ServerResponse } from "node:http";
import type { Protocol, Refusal } from "./protocol";

/** An answer ready for the wire. */
export interface Reply {
  status: number;
  contentType: string;
  body: string | Buffer;
  requestId: string;
  headers?: Record<string, string>;
}

/** Writes the answer; Node adds the `Date` header from the wall clock. */
export function sendReply(
  response: ServerResponse,
  { status, contentType, body, requestId, headers }: Reply,
): void {
  if (response.destroyed || response.headersSent) return;
  // As bytes, because Node writes a long text to the socket more slowly than a buffer.
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  // As a row of names and values, which Node need not turn into one.
  const row: OutgoingHttpHeader[] = [
    "x-amzn-RequestId",
    requestId,
    "content-type",
    contentType,
    "content-length",
    bytes.length,
  ];
  for (const name in headers) row.push(name, headers[name] ?? "");
  response.writeHead(status, row);
  response.end(bytes);
}

/** Writes a refusal in the words of the protocol. */
export function sendRefusal(
  response: ServerResponse,
  protocol: Protocol,
  refusal: Refusal,
  requestId: string,
): void {
  sendReply(response, {
    ...protocol.failure(refusal, requestId),
    contentType: protocol.contentType,
    requestId,
  });
}
