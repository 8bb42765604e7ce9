import { Agent, request } from "node:http";

/** What came back, its headers without those that differ from request to request. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Question {
  method?: string;
  /** As it goes over the wire: nothing is normalised on the way. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** Ends a body that does not end by itself. */
  limitMs?: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends exactly this path, which `fetch` would tidy up. */
export function ask(
  url: string,
  { method = "GET", path, headers = {}, body, limitMs }: Question,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, method, path, headers }, (reply) => {
      let text = "";
      const done = () =>
        resolve({ status: reply.statusCode ?? 0, headers: lasting(reply.headers), body: text });
      const timer = limitMs === undefined ? undefined : setTimeout(() => reply.destroy(), limitMs);
      reply.setEncoding("utf8");
      reply.on("data", (piece: string) => {
        text += piece;
      });
      reply.on("close", () => {
        clearTimeout(timer);
        done();
      });
      reply.on("error", () => undefined);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const PASSING = ["date", "x-request-id", "connection", "keep-alive"];

function lasting(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !PASSING.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** An answer as text in which all that differs from request to request, and these names, are alike. */
export function comparable({ status, headers, body }: Answer, names: readonly string[]): string {
  let text = JSON.stringify({ status, headers: { ...headers, "content-length": undefined } }) + body;
  for (const name of names) text = text.replaceAll(name, "NAME");
  return (
    text
      // What a target's watch asks of AWS moves by itself.
      .replace(/[\d,]+ calls? to AWS in the last minute/g, "N calls to AWS in the last minute")
      .replace(/[\d,]+(?=<!-- --> in the last minute)/g, "N")
      .replace(/[\d.]+(<!-- --> <span[^>]*>used of<\/span> <!-- -->)[\d.]+/g, "N$1N")
      .replace(/width:[\d.]+%/g, "width:N%")
      .replace(/(\\*"(?:requestsPerSecond|callsLastMinute)\\*":)[\d.]+/g, "$1N")
      // An age counts on between two requests.
      .replace(/\d+ (?:s|min)(?= ago|<)/g, "AGE")
      .replace(/nonce-[A-Za-z0-9+/=_-]+/g, "nonce")
      .replace(/nonce(\\?"|&quot;)?[=:]\s*\\?"[^"\\]*\\?"/g, "nonce")
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID")
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g, "INSTANT")
  );
}
