import { createHmac, hash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { SignedCall } from "../caller";
import type { Credentials } from "../credentials";
import { DoorError } from "../door-error";
import { Remembered } from "../remembered";
import { wallNow } from "../wall-clock";
import { type Authorization, parseAuthorization } from "./authorization-header";
import { canonicalRequest, plainCanonicalRequest } from "./canonical-request";
import { signingKey } from "./signing-keys";

const ALLOWED_SKEW_MS = 15 * 60 * 1000;
const MUST_BE_SIGNED = ["x-amz-date", "x-amz-target", "x-amz-security-token", "x-amz-content-sha256"];
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** A request as it came, before anything is believed. */
export interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function invalid(message: string): DoorError {
  return new DoorError("InvalidSignatureException", 403, message);
}

function headerText(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function basicDate(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

const instants = new Remembered<number>(100);

/** Epoch milliseconds of `YYYYMMDDTHHMMSSZ`, NaN when there is no such day or time; undefined for another text. */
function instantOf(text: string): number | undefined {
  const found = instants.get(text);
  if (found !== undefined) return found;
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  instants.set(text, instant);
  return instant;
}

function checkDate(text: string | undefined, authorization: Authorization): void {
  const signedAt = instantOf(text ?? "");
  if (text === undefined || signedAt === undefined) {
    throw new DoorError(
      "IncompleteSignatureException",
      403,
      "Authorization header requires existence of a 'X-Amz-Date' header in ISO 8601 basic format.",
    );
  }
  if (Number.isNaN(signedAt)) throw invalid(`Date must be a real instant, not '${text}'.`);
  if (!text.startsWith(authorization.date)) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${authorization.date}' != '${text.slice(0, 8)}', from '${text}'.`,
    );
  }
  const now = wallNow();
  if (signedAt < now - ALLOWED_SKEW_MS) {
    throw invalid(
      `Signature expired: ${text} is now earlier than ${basicDate(now - ALLOWED_SKEW_MS)} (${basicDate(now)} - 15 min.)`,
    );
  }
  if (signedAt > now + ALLOWED_SKEW_MS) {
    throw invalid(
      `Signature not yet current: ${text} is still later than ${basicDate(now + ALLOWED_SKEW_MS)} (${basicDate(now)} + 15 min.)`,
    );
  }
}

function signedOnly(request: ReceivedRequest, authorization: Authorization): Record<string, string> {
  if (!authorization.signedHeaders.includes("host")) {
    throw invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  const unsigned = MUST_BE_SIGNED.filter(
    (name) => request.headers[name] !== undefined && !authorization.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw invalid(`There were headers present in the request which were not signed: ${unsigned.join(", ")}`);
  }
  const headers: Record<string, string> = {};
  for (const name of authorization.signedHeaders) {
    const value = headerText(request.headers, name);
    if (value === undefined) throw invalid(`The signed header '${name}' is not in the request.`);
    headers[name] = value;
  }
  return headers;
}

function queryBag(query: URLSearchParams): Record<string, string | string[]> {
  const bag: Record<string, string | string[]> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    bag[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return bag;
}

function sameDigest(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** The signature as it must be, hexadecimal. */
function signAgain(
  request: ReceivedRequest,
  authorization: Authorization,
  headers: Record<string, string>,
  bodyHash: string,
  secretAccessKey: string,
): string {
  const { date, region, service } = authorization;
  const { method, path, query } = request;
  const canonical =
    path === "/" && query.size === 0
      ? plainCanonicalRequest({ method, headers, bodyHash })
      : canonicalRequest({ method, path, query: queryBag(query), headers, bodyHash });
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${headers["x-amz-date"]}\n${scope}\n${hash("sha256", canonical)}`;
  return createHmac("sha256", signingKey(secretAccessKey, authorization)).update(text).digest("hex");
}

/**
 * Who sent this request: its Signature Version 4 is made again with the secret the key belongs to.
 * `service` is the name the credential scope must carry. Throws DoorError with AWS's names, status 403.
 */
export function verifySignature(
  request: ReceivedRequest,
  service: string,
  credentials: Credentials,
): SignedCall {
  const authorization = parseAuthorization(headerText(request.headers, "authorization"));
  const key = credentials.find(
    authorization.accessKeyId,
    headerText(request.headers, "x-amz-security-token"),
  );
  if (authorization.service !== service) {
    throw invalid(`Credential should be scoped to correct service: '${service}'.`);
  }
  if (!REGION.test(authorization.region)) throw invalid("Credential should be scoped to a valid region.");
  checkDate(headerText(request.headers, "x-amz-date"), authorization);
  const headers = signedOnly(request, authorization);
  const bodyHash = hash("sha256", request.body);
  const declaredHash = headerText(request.headers, "x-amz-content-sha256");
  const expected = signAgain(request, authorization, headers, bodyHash, key.secretAccessKey);
  const isBodyAsDeclared = declaredHash === undefined || sameDigest(declaredHash, bodyHash);
  if (!isBodyAsDeclared || !sameDigest(expected, authorization.signature)) {
    throw invalid(
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
  }
  return { caller: key.caller, region: authorization.region, service };
}
