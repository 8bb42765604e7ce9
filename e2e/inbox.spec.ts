import type { Page } from "@playwright/test";
import { expectLive } from "./fixtures/live";
import { signedIn } from "./fixtures/people";
import { places } from "./fixtures/places";
import { dialogOf } from "./fixtures/presses";
import { expect, test } from "./fixtures/world";

const { identityProvider, invoiceRenderer } = places;

function list(page: Page) {
  return page.getByRole("region", { name: "What needs a person" });
}

function item(page: Page, title: RegExp, pipeline: string) {
  const row = list(page).getByRole("listitem").filter({ hasText: title });
  return row.filter({ hasText: `${pipeline}, ` });
}

test.describe("an approver", () => {
  test.use({ storageState: signedIn("approver") });

  test("settles an approval from the inbox, after which it is in nobody's", async ({ page, world }) => {
    await page.goto("/inbox");
    await expect(page).toHaveTitle(/^\(\d+\+?\) Inbox · Pipedeck$/);
    await expect(page.getByRole("navigation", { name: "Pages" }).getByText(/\d+ for you/)).toBeAttached();
    const row = item(page, /Approve/, identityProvider.pipeline);
    await row.getByRole("button", { name: "Review" }).click();
    await expect(page).toHaveURL(/item=approval\/prod-us\/identity-provider\/.*review=/);
    const dialog = await dialogOf(page);
    await dialog.getByRole("textbox").fill("Read in the inbox");
    await dialog.getByRole("button", { name: /^Approve/ }).click();
    await expect(dialog.getByText(/AWS accepted it|Approved, and seen/)).toBeVisible();
    await expect(row.getByText(/^Settled:/)).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(page.getByRole("complementary").getByText("It needs nobody any more.")).toBeVisible();
    await page.reload();
    await expect(list(page)).toBeVisible();
    await expect(row).toHaveCount(0);
    expect(await world.journal("PutApprovalResult", identityProvider)).toMatchObject([{ outcome: "ok" }]);
  });

  test("is shown what only operators settle under Everything, with the reason", async ({ page }) => {
    await page.goto("/inbox");
    await expect(list(page)).toBeVisible();
    await expect(item(page, /failed in/, invoiceRenderer.pipeline)).toHaveCount(0);
    await page.getByRole("button", { name: "Everything" }).click();
    await expect(page).toHaveURL(/view=all/);
    const retry = item(page, /failed in/, invoiceRenderer.pipeline).getByRole("button", { name: "Retry…" });
    await expect(retry).toBeDisabled();
    await expect(retry).toHaveAttribute("title", /^Retrying needs a rule/);
  });
});

test.describe("an operator", () => {
  test.use({ storageState: signedIn("operator") });

  test("goes through the inbox by keys: j and k select, Enter goes to the preview, a opens the decision", async ({
    page,
  }) => {
    await page.goto("/inbox");
    await expectLive(page);
    const selected = list(page).locator("a[aria-current]");
    await page.keyboard.press("j");
    await expect(selected).toBeFocused();
    const second = await selected.getAttribute("data-row");
    await page.keyboard.press("j");
    await expect(selected).not.toHaveAttribute("data-row", second ?? "");
    await page.keyboard.press("k");
    await expect(selected).toHaveAttribute("data-row", second ?? "");
    await expect.poll(() => new URL(page.url()).searchParams.get("item")).toBe(second);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary")).toBeFocused();
    await page.keyboard.press("a");
    await dialogOf(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("turns notifications on by a press, and is told why where the browser has none", async ({
    page,
    context,
  }) => {
    // What is not among the permissions given is denied.
    await context.grantPermissions(["geolocation"]);
    await page.goto("/inbox");
    const button = page.getByRole("button", { name: "Notify me…" });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAttribute("title", /^This browser blocks notifications from here/);
    await context.grantPermissions(["notifications"]);
    await page.reload();
    await button.click();
    const on = page.getByRole("button", { name: "Notifications on" });
    await expect(on).toBeVisible();
    await page.reload();
    await on.click();
    await expect(button).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ storageState: signedIn("operator"), viewport: { width: 375, height: 812 } });

  test("the pages stand at the lower edge of every page, and nothing ends beneath them", async ({ page }) => {
    await page.goto("/");
    const pages = page.getByRole("navigation", { name: "Pages" });
    for (const [name, at] of [
      [/^Inbox/, "/inbox"],
      ["Where is it?", "/revisions"],
      ["Activity", "/activity"],
      ["Settings", "/settings"],
    ] as const) {
      const link = pages.getByRole("link", { name });
      await link.click();
      await expect(page).toHaveURL(new RegExp(`${at}(\\?|$)`));
      await expect(link).toHaveAttribute("aria-current", "page");
      const bar = await pages.boundingBox();
      expect([bar?.x, bar?.width, (bar?.y ?? 0) + (bar?.height ?? 0)]).toEqual([0, 375, 812]);
    }
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const last = page.getByRole("main").getByRole("region").last();
    const [main, bar] = [await last.boundingBox(), await pages.boundingBox()];
    expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test("an item is a page of its own, with its decision, and Back leads to the list", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: /^Inbox/ }).click();
    const row = item(page, /failed in/, invoiceRenderer.pipeline);
    await row.getByRole("link").click();
    await expect(page).toHaveURL(/item=failure\/prod-us\/invoice-renderer/);
    await expect(list(page)).toBeHidden();
    const preview = page.getByRole("complementary");
    await preview.getByRole("button", { name: /^Retry .*…$/ }).click();
    await expect((await dialogOf(page)).getByText(/Runs service again/)).toBeVisible();
    await page.keyboard.press("Escape");
    await preview.getByRole("button", { name: "Inbox" }).click();
    await expect(list(page)).toBeVisible();
  });
});
