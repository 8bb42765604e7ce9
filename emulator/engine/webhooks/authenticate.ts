import { createHmac, timingSafeEqual } from "node:crypto";
import { BlockList, isIP } from "node:net";
import type { WebhookDefinition } from "./webhook";

/** A request to the address of a webhook, as far as it proves who sent it. */
export interface WebhookRequest {
  body: Buffer;
  /** `X-Hub-Signature-256` (sha256=...) or `X-Hub-Signature` (sha1=...). */
  signature: string | undefined;
  remoteAddress: string | undefined;
}

function hmacFits(secret: string, { body, signature = "" }: WebhookRequest): boolean {
  const [algorithm = "", digest = ""] = signature.split("=");
  if (algorithm !== "sha256" && algorithm !== "sha1") return false;
  const expected = Buffer.from(createHmac(algorithm, secret).update(body).digest("hex"));
  const given = Buffer.from(digest.toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The addresses in a CIDR range; undefined for what is none. */
export function addressRange(text: string): BlockList | undefined {
  const [, address = "", bits = ""] = /^([0-9A-Fa-f:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0 || Number(bits) > (version === 4 ? 32 : 128)) return undefined;
  const range = new BlockList();
  range.addSubnet(address, Number(bits), version === 4 ? "ipv4" : "ipv6");
  return range;
}

function isInRange(text: string, remoteAddress = ""): boolean {
  const address = remoteAddress.replace(/^::ffff:(?=\d+\.)/i, "");
  const version = isIP(address);
  if (version === 0) return false;
  return addressRange(text)?.check(address, version === 4 ? "ipv4" : "ipv6") ?? false;
}

/** Whether a request may start what the webhook starts. */
export function isAuthentic(
  { authentication, authenticationConfiguration }: WebhookDefinition,
  request: WebhookRequest,
): boolean {
  const { SecretToken = "", AllowedIPRange = "" } = authenticationConfiguration;
  if (authentication === "GITHUB_HMAC") return hmacFits(SecretToken, request);
  return authentication === "UNAUTHENTICATED" || isInRange(AllowedIPRange, request.remoteAddress);
}
