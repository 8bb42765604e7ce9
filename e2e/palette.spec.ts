import type { Page } from "@playwright/test";
import { expectNoViolations } from "./fixtures/axe";
import { newestExecution } from "./fixtures/executions";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

const { checkoutWeb, ordersApi } = places;

/** By the key, as soon as the page hears it. */
async function openPalette(page: Page) {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Go to or do" })).toBeVisible({ timeout: 500 });
  }).toPass();
}

test.describe("somebody who may press", () => {
  test.use({ storageState: signedIn("operator") });

  test("Ctrl K leads to a pipeline by a part of its name, from any page", async ({ page }) => {
    for (const from of ["/settings", "/", pageOf(ordersApi)]) {
      await page.goto(from);
      await expect(page.getByRole("button", { name: "Pipeline, run or commit" })).toBeVisible();
      await openPalette(page);
      await page.getByRole("combobox", { name: "Pipeline, run, commit or page" }).fill("chk web");
      const option = page.getByRole("option", { name: /checkout-web.*prod-eu/ });
      await expect(option).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: "checkout-web", level: 1 })).toBeVisible();
    }
  });

  test("the palette opens the release of the pipeline at hand, in the dialog of its page", async ({
    page,
  }) => {
    await page.goto("/?q=name:checkout-web target:prod-eu");
    await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toBeVisible();
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toBeFocused();
    await openPalette(page);
    await expect(page.getByRole("group", { name: "checkout-web, prod-eu" })).toBeVisible();
    await page.keyboard.type("release a change");
    await expect(page.getByRole("option", { name: /^Release a change…/ })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/pipelines\/prod-eu\/checkout-web\?press=release/);
    await expect(page.getByRole("dialog", { name: /Release/ })).toBeVisible();
  });

  test("an execution is found by the beginning of its id, a commit by where it is", async ({ page }) => {
    await page.goto("/");
    const id = await newestExecution(page, checkoutWeb, "Succeeded");
    await openPalette(page);
    const field = page.getByRole("combobox", { name: "Pipeline, run, commit or page" });
    await field.fill(id.slice(0, 13));
    await page.getByRole("option", { name: new RegExp(id) }).click();
    await expect(page).toHaveURL(new RegExp(`/pipelines/prod-eu/checkout-web/executions/${id}`));
    await openPalette(page);
    await field.fill("SHOP-12");
    await expect(page.getByRole("option", { name: /Where is “SHOP-12”/ })).toBeVisible();
  });

  test("the palette changes the theme, closes by Esc, and gives the focus back", async ({ page }) => {
    await page.goto("/settings");
    const opener = page.getByRole("button", { name: "Pipeline, run or commit" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const field = page.getByRole("combobox", { name: "Pipeline, run, commit or page" });
    await expect(field).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
    await expect(opener).toBeFocused();
    await openPalette(page);
    await field.fill("dark theme");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("axe finds nothing in the palette, nor in the list of keys", async ({ page }) => {
    await page.goto(pageOf(ordersApi));
    await openPalette(page);
    await page.getByRole("combobox", { name: "Pipeline, run, commit or page" }).fill("o");
    await expect(page.getByRole("option").nth(3)).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys and filter" })).toBeVisible();
    await expectNoViolations(page);
  });
});

test.describe("somebody who may look", () => {
  test.use({ storageState: signedIn("viewer") });

  test("what may not be pressed says why", async ({ page }) => {
    await page.goto(pageOf(ordersApi));
    await openPalette(page);
    await page.getByRole("combobox", { name: "Pipeline, run, commit or page" }).fill("release a change");
    const option = page.getByRole("option", { name: /^Release a change…/ });
    await expect(option).toHaveAttribute("aria-disabled", "true");
    await option.click({ force: true });
    await expect(page.getByRole("dialog", { name: "Go to or do" })).toBeVisible();
  });
});
