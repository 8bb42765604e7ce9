// A program: `bare-server.ts <file of the answer> <secret>`. The least a server must do to answer a signed request.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";

const [file = "", secret = ""] = process.argv.slice(2);
const answer = readFileSync(file);

const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Signature Version 4, as AWS's documentation has it, of a POST to `/` without a query. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const authorization = request.headers.authorization ?? "";
  const found = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(authorization);
  if (!found) return false;
  const [, scope = "", names = "", signature = ""] = found;
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = ["POST", "/", "", headers.join(""), names, hash(body)].join("\n");
  const date = String(request.headers["x-amz-date"]);
  const text = ["AWS4-HMAC-SHA256", date, scope, hash(canonical)].join("\n");
  const key = scope
    .split("/")
    .reduce<Buffer | string>((secretKey, part) => hmac(secretKey, part), `AWS4${secret}`);
  return timingSafeEqual(Buffer.from(signature, "hex"), hmac(key, text));
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
