import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

const pages = [
  { path: "/", name: "media-transcoder" },
  { path: pageOf(places.ordersApi), name: "orders-api" },
] as const;

test.use({ storageState: signedIn("viewer") });

/** Until the server has read the pipelines once, a page comes with its skeleton. */
test.beforeEach(async ({ page }) => {
  for (const path of ["/api/pipelines", `/api${pageOf(places.ordersApi)}/state`]) {
    expect((await page.request.get(path)).ok()).toBe(true);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the overview shows pipelines and how they stand", async ({ page }) => {
    await page.goto("/");
    const table = page.getByRole("table", { name: "Pipelines" });
    await expect(table.getByRole("row", { name: /Approval.*orders-api/ })).toBeVisible();
    await expect(table.getByRole("link", { name: "ledger-core", exact: true })).toBeVisible();
  });

  test("a pipeline's page shows its stages", async ({ page }) => {
    await page.goto(pageOf(places.ordersApi));
    await expect(page.getByRole("region", { name: "Stage Approve" })).toBeVisible();
  });
});

test("a page tells the browser's console nothing while it comes to life", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const { path, name } of pages) {
    await page.goto(path);
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Vera Novak, viewer" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test("the HTML holds no approval's token", async ({ page }) => {
  const html = await (await page.request.get(pageOf(places.ordersApi))).text();
  expect(html).toContain("orders-api");
  expect(html).not.toMatch(/\\?"token\\?"/i);
});

test("nothing of the pipelines goes to somebody who has not signed in", async ({ playwright, baseURL }) => {
  const nobody = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  const reply = await nobody.get("/", { maxRedirects: 0 });
  expect(reply.headers().location).toContain("/login");
  expect(await reply.text()).not.toContain("orders-api");
  await nobody.dispose();
});
