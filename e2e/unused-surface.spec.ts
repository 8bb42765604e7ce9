import { request as send } from "node:http";
import { signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

/** A request as no browser makes it; answers its status, 0 when the server hung up. */
function raw(base: string, path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const request = send({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", () => resolve(0));
    request.end();
  });
}

test("no image is fetched or made smaller for anybody", async ({ page }) => {
  for (const url of ["/icon.svg", "http://169.254.169.254/latest/meta-data", "//evil.example/x.png"]) {
    const reply = await page.request.get(`/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`);
    expect(reply.status()).toBe(404);
  }
});

test("a page takes no body: not as a Server Action, not as a form", async ({ page }) => {
  const multipart = { "1_$ACTION_REF_1": "x", "0": '["$K1"]' };
  for (const path of ["/", "/login", "/settings"]) {
    const action = await page.request.post(path, { headers: { "next-action": "7f".repeat(21) }, multipart });
    expect(action.status()).toBe(405);
    expect((await page.request.post(path, { multipart })).status()).toBe(405);
  }
});

test("headers that lead past a proxy lead nowhere", async ({ playwright, baseURL }) => {
  const nobody = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  const tricks: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/proxy:nowaf:src/proxy" },
    { "next-resume": "1" },
    { rsc: "1", "next-router-prefetch": "1" },
  ];
  for (const headers of tricks) {
    const reply = await nobody.get("/settings", { headers, maxRedirects: 0 });
    expect(await reply.text()).not.toContain("Everybody");
    expect((await nobody.get("/api/pipelines", { headers })).status()).toBe(401);
  }
  await nobody.dispose();
});

test("a connection is never handed on: not by an upgrade, not by an absolute address", async ({
  baseURL,
}) => {
  const house = baseURL ?? "";
  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-key": "x",
    "sec-websocket-version": "13",
  };
  for (const path of ["/", "/api/live", "http://169.254.169.254/latest/meta-data"])
    expect(await raw(house, path, upgrade)).not.toBe(101);
  expect(await raw(house, "http://169.254.169.254/api/pipelines", {})).toBe(401);
});

test("every answer names its type, is kept by nobody, and is for no other site", async ({ page }) => {
  for (const path of [
    "/",
    "/login",
    "/settings",
    "/no-such-page",
    "/api/pipelines",
    "/api/nothing",
    "/api/health",
    "/api/auth/csrf",
  ]) {
    const headers = (await page.request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["cross-origin-resource-policy"], path).toBe("same-origin");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers["access-control-allow-origin"], path).toBeUndefined();
  }
});
