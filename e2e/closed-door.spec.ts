import { nobody, signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

const stop = `/api${pageOf(places.ordersApi)}/executions/00000000-0000-4000-8000-000000000000/stop`;

test.describe("without a session", () => {
  test.use({ storageState: nobody });

  for (const path of [
    "/api/targets",
    "/api/pipelines",
    `/api${pageOf(places.ordersApi)}/state`,
    "/api/receipts",
  ]) {
    test(`${path} answers 401`, async ({ request }) => {
      const reply = await request.get(path);
      expect(reply.status()).toBe(401);
      expect(await reply.json()).toMatchObject({ status: 401 });
    });
  }

  for (const path of ["/api/health", "/api/ready"]) {
    test(`${path} answers 200`, async ({ request }) => {
      expect((await request.get(path)).status()).toBe(200);
    });
  }

  test("an idle connection stays open for longer than a load balancer keeps it", async ({ request }) => {
    expect((await request.get("/api/health")).headers()["keep-alive"]).toBe("timeout=75");
  });
});

test.describe("with a session", () => {
  test.use({ storageState: signedIn("admin") });

  test("a press from another site is refused", async ({ page, world }) => {
    const headers = {
      origin: "https://elsewhere.example",
      "x-pipedeck-request": "1",
      "idempotency-key": "0f8fad5b-d9cb-469f-a165-70867728950e",
    };
    const reply = await page.request.post(stop, { data: { abandon: false, reason: "no" }, headers });
    expect(reply.status()).toBe(403);
    expect(await world.journal("StopPipelineExecution", places.ordersApi)).toEqual([]);
  });

  test("a press without its own header is refused", async ({ page, baseURL }) => {
    const headers = { origin: baseURL ?? "", "idempotency-key": "0f8fad5b-d9cb-469f-a165-70867728950e" };
    const reply = await page.request.post(stop, { data: { abandon: false, reason: "no" }, headers });
    expect(reply.status()).toBeGreaterThanOrEqual(400);
    expect(reply.status()).toBeLessThan(500);
  });

  test("a body that is not what is expected names the field", async ({ page, baseURL }) => {
    const headers = {
      origin: baseURL ?? "",
      "x-pipedeck-request": "1",
      "idempotency-key": "0f8fad5b-d9cb-469f-a165-70867728950e",
    };
    const reply = await page.request.post(stop, { data: { abandon: "yes", reason: "no" }, headers });
    expect(reply.status()).toBe(400);
    expect(JSON.stringify(await reply.json())).toContain("abandon");
  });
});
