import type { IncomingMessage } from "node:http";

const MOST_BYTES = 1024 * 1024;

/** The whole body of a request, or `undefined` when it is larger than 1 MB. Rejects when the client goes away. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on("end", () => resolve(size <= MOST_BYTES ? Buffer.concat(chunks) : undefined));
    request.on("error", reject);
    request.on("close", () => {
      if (!request.complete) reject(new Error("the client went away before its request was complete"));
    });
  });
}
