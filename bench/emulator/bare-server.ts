// A program: `bare-server.ts <file of the answer> <secret>`. The least a server must do to answer a signed request.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";

const [file = "", secret = ""] = process.argv.slice(2);
const answer = readFileSync(file);

const skewMs = 15 * 60 * 1000;
const keys = new Map<string, string | Buffer>();

const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** The key of a scope; derived once, as everybody who checks many requests of one day does. */
function keyOf(scope: string): string | Buffer {
  const known = keys.get(scope);
  if (known) return known;
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${secret}`);
  keys.set(scope, key);
  return key;
}

/** True for `20251121T093000Z` no more than a quarter of an hour from now, on the scope's day. */
function isOfNow(date: string, scope: string): boolean {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Math.abs(Date.now() - signedAt) <= skewMs && scope.startsWith(`${year}${month}${day}/`);
}

/** Signature Version 4, as AWS's documentation has it, of a POST to `/` without a query. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const authorization = request.headers.authorization ?? "";
  const found = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(authorization);
  if (!found) return false;
  const [, scope = "", names = "", signature = ""] = found;
  const signed = names.split(";");
  const mustBe = Object.keys(request.headers).filter((name) => name === "host" || name.startsWith("x-amz-"));
  if (!mustBe.every((name) => signed.includes(name))) return false;
  const headers = signed.map(
    (name) => `${name}:${String(request.headers[name]).trim().replaceAll(/\s+/g, " ")}\n`,
  );
  const canonical = ["POST", "/", "", headers.join(""), names, hash(body)].join("\n");
  const date = String(request.headers["x-amz-date"]);
  if (!isOfNow(date, scope) || !/^\d{8}\/[a-z]+(-[a-z]+)+-\d+\/codepipeline\/aws4_request$/.test(scope))
    return false;
  const text = ["AWS4-HMAC-SHA256", date, scope, hash(canonical)].join("\n");
  const expected = hmac(keyOf(scope), text);
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    response.writeHead(isSigned(request, Buffer.concat(chunks)) ? 200 : 403, {
      "content-type": "application/x-amz-json-1.1",
      "content-length": answer.length,
    });
    response.end(answer);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  console.log(`bare server ready http://127.0.0.1:${port}`);
});
