import type { IncomingMessage } from "node:http";

const MOST_BYTES = 1024 * 1024;

/** Hands over the whole body of a request, or `undefined` when it is larger than 1 MB; never when the client goes away before. */
export function readBody(request: IncomingMessage, use: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  });
  request.on("end", () => use(size <= MOST_BYTES ? whole(chunks) : undefined));
}

function whole(chunks: Buffer[]): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks);
}
