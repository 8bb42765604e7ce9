import type { Page } from "@playwright/test";
import { signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

/** A document waits for AWS no longer than 300 ms; after that the page itself says what there is not. */
async function expectNotFound(page: Page, address: string): Promise<void> {
  await expect(async () => {
    const reply = await page.goto(address);
    expect(reply?.status()).toBe(404);
  }).toPass();
}

test("an unknown pipeline has a page that says so and names its neighbour", async ({ page }) => {
  await expectNotFound(page, "/pipelines/prod-eu/orders-apy");
  await expect(page.getByRole("heading", { name: "No pipeline “orders-apy” in prod-eu" })).toBeVisible();
  await page.getByRole("link", { name: "orders-api" }).click();
  await expect(page.getByRole("heading", { name: "orders-api", level: 1 })).toBeVisible();
});

test("an unknown target has a page that says so", async ({ page }) => {
  const reply = await page.goto("/pipelines/nowhere/orders-api");
  expect(reply?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: /nowhere/ }).first()).toBeVisible();
});

test("an unknown execution, and the history of an unknown pipeline, answer 404 and say so", async ({
  page,
}) => {
  await expectNotFound(page, "/pipelines/prod-eu/orders-apy/executions");
  await expect(page.getByRole("heading", { name: "No pipeline “orders-apy” in prod-eu" })).toBeVisible();
  const address = "/pipelines/prod-eu/orders-api/executions/00000000-0000-4000-8000-000000000000";
  await expectNotFound(page, address);
  await expect(page.getByRole("heading", { name: "No such execution of orders-api" })).toBeVisible();
});

test("an unknown address answers 404 with a way back", async ({ page }) => {
  const reply = await page.goto("/nonsense");
  expect(reply?.status()).toBe(404);
  await page.getByRole("link", { name: "All pipelines" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});

for (const path of [
  "/api/pipelines/prod-eu/orders-apy/state",
  "/api/pipelines/nowhere/orders-api/state",
  "/api/nonsense",
]) {
  test(`${path} answers 404 problem+json`, async ({ page }) => {
    const reply = await page.request.get(path);
    expect(reply.status()).toBe(404);
    expect(reply.headers()["content-type"]).toContain("application/problem+json");
    expect(await reply.json()).toMatchObject({ status: 404, code: expect.any(String) });
  });
}
