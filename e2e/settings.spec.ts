import { expectNoViolations } from "./fixtures/axe";
import { people, signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

test("each target tells account, freshness, pipelines, requests and events", async ({ page }) => {
  expect((await page.request.get("/api/pipelines")).ok()).toBe(true);
  await page.goto("/");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  const targets = page.getByRole("region", { name: "Targets" });
  await expect(targets.getByRole("listitem")).toHaveCount(6);
  const prod = targets
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Prod Europe" }) });
  await expect(prod.getByRole("group", { name: "Account" })).toContainText("4444-5555-6666 eu-west-1");
  await expect(prod.getByRole("group", { name: "Pipelines" })).toContainText("13");
  await expect(prod.getByRole("group", { name: "Freshness" })).toHaveText(/oldest/);
  await expect(prod.getByRole("group", { name: "Requests" })).toHaveText(
    /used of \d+(\.\d)? allowed now.*\d+ in the last minute; no ceiling set/,
  );
  await expect(prod.getByRole("group", { name: "Events" })).not.toHaveText(/No queue|cannot be read/);
});

test("the figures are asked for again while the page is open", async ({ page }) => {
  await page.goto("/settings");
  const polled = () => page.waitForResponse((reply) => new URL(reply.url()).pathname === "/api/targets");
  expect((await polled()).ok()).toBe(true);
  expect((await polled()).ok()).toBe(true);
});

test("a viewer reads which rules speak of them", async ({ page }) => {
  await page.goto("/settings");
  const mine = page.getByRole("region", { name: "What I may do here" });
  await expect(mine).toContainText(people.viewer);
  await expect(mine.getByRole("listitem")).toHaveText([/role viewer for group viewer everywhere/i]);
});

test("times are said to be in UTC", async ({ page }) => {
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Times" })).toContainText(/UTC.*\d\d:\d\d:\d\d UTC/);
});

test.describe("an admin", () => {
  test.use({ storageState: signedIn("admin") });
  test("reads which rules speak of them", async ({ page }) => {
    await page.goto("/settings");
    const rules = page.getByRole("region", { name: "What I may do here" }).getByRole("listitem");
    await expect(rules).toHaveText([/role admin for group admin everywhere/i]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page shows targets, and what one may do", async ({ page }) => {
    await page.goto("/settings");
    await expect(page.getByRole("region", { name: "Targets" }).getByRole("listitem")).toHaveCount(6);
    await expect(page.getByText("role viewer for group viewer everywhere")).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 } });
  test("the settings are reached from the person's menu, and the overview from there", async ({ page }) => {
    await page.goto("/");
    const menu = page.getByRole("button", { name: `${people.viewer}, group viewer` });
    await menu.click();
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
    await menu.click();
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page).toHaveURL(/\/$/);
  });
});

test.describe("an administrator", () => {
  test.use({ storageState: signedIn("admin") });

  test("sees who signed in and what was denied", async ({ page }) => {
    await page.goto("/settings");
    const events = page.getByRole("region", { name: "Sign-ins and denied attempts" });
    await expect(events.getByText(`${people.admin} signed in`).first()).toBeVisible();
    await expectNoViolations(page);
  });
});
