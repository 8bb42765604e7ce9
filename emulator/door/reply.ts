import type { ServerResponse } from "node:http";

/** An answer ready for the wire. */
export interface Reply {
  status: number;
  contentType: string;
  body: string;
  requestId: string;
  headers?: Record<string, string>;
}

/** Writes the answer; Node adds the `Date` header from the wall clock. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(reply.status, {
    "x-amzn-RequestId": reply.requestId,
    "content-type": reply.contentType,
    "content-length": Buffer.byteLength(reply.body),
    ...reply.headers,
  });
  response.end(reply.body);
}
