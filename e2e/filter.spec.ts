import { expectNoViolations } from "./fixtures/axe";
import { signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

test("what is typed is gone on with by what is suggested, by keys alone", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toBeVisible();
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "Filter pipelines" });
  await expect(box).toBeFocused();
  await page.keyboard.type("tag:te");
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(options.filter({ hasText: "tag:team=" })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("ArrowDown");
  await expect(box).toHaveAttribute("aria-activedescendant", /./);
  const active = await box.getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("tag:team=");
  await page.keyboard.type("pay");
  await expect(options.filter({ hasText: "tag:team=payments" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove tag:team=payments" })).toBeVisible();
  await expect(page).toHaveURL(/q=tag:team=payments/);
  const rows = page.locator("[data-row]");
  await expect(page.getByRole("link", { name: "ledger-core", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(rows.first()).toBeFocused();
});

test("rows are grouped by a tag, in the address, and fold", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("group", { name: "Group by" }).getByRole("button", { name: "Tag" }).click();
  await page.getByRole("combobox", { name: "Tag to group by" }).selectOption("team");
  await expect(page).toHaveURL(/group=tag:team/);
  const head = page.getByRole("table", { name: "Pipelines" }).getByRole("button", { name: /^team checkout/ });
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await expectNoViolations(page);
  const row = page.getByRole("link", { name: "checkout-web", exact: true });
  await expect(row).toBeVisible();
  await head.click();
  await expect(row).toHaveCount(0);
  await page.reload();
  await expect(head).toHaveAttribute("aria-expanded", "false");
});

test("a key that is no filter is answered with the one that was meant", async ({ page }) => {
  await page.goto("/?q=statu:failed");
  await expect(page.getByText("No filter is called statu:", { exact: false })).toContainText(
    "Did you mean status:?",
  );
  await page.goto("/?q=status:faild");
  await expect(page.getByText("No status begins with faild.", { exact: false })).toContainText(
    "Did you mean failed?",
  );
});

test("a revision, a stage and what waits are found by their tokens", async ({ page }) => {
  const count = page.getByRole("search").getByRole("status");
  await page.goto("/?q=waiting:approval name:orders-api");
  await expect(page.getByRole("link", { name: "orders-api", exact: true })).toBeVisible();
  await page.goto("/?q=stage:Prod=failed");
  await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "orders-api", exact: true })).toHaveCount(0);
  await page.goto("/?q=-status:failed");
  await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toHaveCount(0);
  await expect(count).toContainText("of 42");
});
