import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "./proxy";

const visit = (init: { method?: string; headers?: Record<string, string> } = {}, path = "/") =>
  proxy(new NextRequest(new URL(path, "http://127.0.0.1:3000"), init));

const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

describe("proxy", () => {
  it("sends a strict policy with a nonce that is never the same", () => {
    const nonces = new Set<string | undefined>();
    for (let count = 0; count < 1000; count += 1)
      nonces.add(nonceOf(visit().headers.get("content-security-policy")));
    expect(nonces.size).toBe(1000);
    const policy = visit().headers.get("content-security-policy") ?? "";
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
  });

  it("gives Next its own nonce, whatever the visitor sends", () => {
    const response = visit({
      headers: {
        "x-nonce": "theirs",
        "content-security-policy": "script-src 'nonce-theirs'",
        "content-security-policy-report-only": "x",
      },
    });
    const nonce = nonceOf(response.headers.get("content-security-policy"));
    expect(response.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(nonceOf(response.headers.get("x-middleware-request-content-security-policy"))).toBe(nonce);
    expect(response.headers.get("x-middleware-override-headers")).not.toContain("report-only");
  });

  it("sends the headers that keep a page to itself", () => {
    const { headers } = visit();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("refuses %s on a page", async (method) => {
    const response = visit({ method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "method.not-allowed", status: 405 });
  });

  it("refuses what calls a Server Action", () => {
    expect(visit({ method: "POST", headers: { "next-action": "abc" } }).status).toBe(405);
    expect(visit({ headers: { "next-action": "abc" } }).status).toBe(400);
  });

  it("leaves routes and static files alone", () => {
    const [matcher = ""] = config.matcher;
    const pattern = new RegExp(`^${matcher}$`);
    expect(
      ["/", "/login", "/pipelines/dev-eu/shop", "/apix", "/_next/image"].filter(
        (path) => !pattern.test(path),
      ),
    ).toEqual([]);
    expect(["/api", "/api/receipts", "/_next/static/x.js"].filter((path) => pattern.test(path))).toEqual([]);
  });
});
