import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isAuthentic } from "./authenticate";
import type { WebhookDefinition } from "./webhook";

const body = Buffer.from('{"ref":"refs/heads/main"}');

function definition(
  authentication: WebhookDefinition["authentication"],
  authenticationConfiguration: WebhookDefinition["authenticationConfiguration"] = {},
): WebhookDefinition {
  return {
    name: "hook",
    targetPipeline: "shop",
    targetAction: "App",
    filters: [],
    authentication,
    authenticationConfiguration,
  };
}

function digest(algorithm: string, secret: string): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;
}

describe("isAuthentic", () => {
  const hmac = definition("GITHUB_HMAC", { SecretToken: "s" });
  it.each([
    [digest("sha256", "s"), true],
    [digest("sha1", "s"), true],
    [digest("sha256", "s").toUpperCase().replace("SHA", "sha"), true],
    [digest("sha256", "t"), false],
    [digest("md5", "s"), false],
    ["sha256=", false],
    ["sha256", false],
    [undefined, false],
  ])("with a secret takes the signature %s: %s", (signature, expected) => {
    expect(isAuthentic(hmac, { body, signature, remoteAddress: "10.0.0.1" })).toBe(expected);
  });

  it.each([
    ["10.0.0.0/8", "10.9.9.9", true],
    ["10.0.0.0/8", "::ffff:10.9.9.9", true],
    ["10.0.0.0/8", "11.0.0.1", false],
    ["10.0.0.0/8", "fe80::1", false],
    ["2001:db8::/32", "2001:db8::7", true],
    ["2001:db8::/32", "10.0.0.1", false],
    ["0.0.0.0/0", undefined, false],
    ["nonsense", "10.0.0.1", false],
  ])("from the range %s takes %s: %s", (AllowedIPRange, remoteAddress, expected) => {
    const ip = definition("IP", { AllowedIPRange });
    expect(isAuthentic(ip, { body, signature: undefined, remoteAddress })).toBe(expected);
  });

  it("takes everything where nothing is asked", () => {
    const open = definition("UNAUTHENTICATED");
    expect(isAuthentic(open, { body, signature: undefined, remoteAddress: undefined })).toBe(true);
  });
});
