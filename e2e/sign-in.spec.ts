import { nobody, people } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: nobody });

test("a page asks who reads it, and leads back to itself", async ({ page }) => {
  await page.goto(pageOf(places.ordersApi));
  await expect(page).toHaveURL(/\/login/);
  await page.getByRole("button", { name: people.viewer }).click();
  await expect(page.getByRole("heading", { name: "orders-api", level: 1 })).toBeVisible();
});

test("signing out ends the session on the server too", async ({ page, context, request }) => {
  await page.goto("/login");
  await page.getByRole("button", { name: people.approver }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.getByRole("button", { name: new RegExp(people.approver) }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  const reply = await request.get("/api/pipelines", { headers: { cookie: cookies } });
  expect(reply.status()).toBe(401);
});
