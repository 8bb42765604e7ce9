import { connect } from "node:net";

/** A reply as it came over the socket. */
export type RawReply = { status: number; headers: Headers; body: Buffer; bytesOnSocket: number };

/**
 * GETs over a socket of its own and counts every byte that comes: status line, headers, framing and body. Ends with the
 * reply, or after `listenMs`, for a reply that never ends.
 */
export async function rawGet(
  url: string,
  headers: Record<string, string>,
  listenMs?: number,
): Promise<RawReply> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const lines = Object.entries({ host, connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const pieces: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      if (listenMs !== undefined) setTimeout(() => socket.destroy(), listenMs);
    });
    socket.on("data", (piece: Buffer) => pieces.push(piece));
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
  return parse(Buffer.concat(pieces));
}

function parse(raw: Buffer): RawReply {
  const end = raw.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = raw.subarray(0, end).toString("latin1").split("\r\n");
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
  const rest = raw.subarray(end + 4);
  const chunked = headers.get("transfer-encoding") === "chunked";
  return {
    status: Number(statusLine.split(" ")[1]),
    headers,
    body: chunked ? joinChunks(rest) : rest,
    bytesOnSocket: raw.byteLength,
  };
}

/** The last chunk may be cut off. */
function joinChunks(framed: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < framed.byteLength; ) {
    const lineEnd = framed.indexOf("\r\n", at);
    const size = lineEnd < 0 ? 0 : Number.parseInt(framed.subarray(at, lineEnd).toString("latin1"), 16);
    if (size === 0) break;
    chunks.push(framed.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
