import type { ServerResponse } from "node:http";

/** An answer ready for the wire. */
export interface Reply {
  status: number;
  contentType: string;
  body: string | Buffer;
  requestId: string;
  headers?: Record<string, string>;
}

/** Writes the answer; Node adds the `Date` header from the wall clock. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  // As bytes, because Node writes a long text to the socket more slowly than a buffer.
  const body = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status, {
    "x-amzn-RequestId": reply.requestId,
    "content-type": reply.contentType,
    "content-length": body.length,
    ...reply.headers,
  });
  response.end(body);
}
