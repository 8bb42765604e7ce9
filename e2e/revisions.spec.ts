import { allExecutions } from "./fixtures/executions";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

const place = places.checkoutWeb;

test("a commit, pasted whole or by its beginning, says in every pipeline how far it came", async ({
  page,
}) => {
  const [newest] = (await allExecutions(page, place)).filter(({ status }) => status === "Succeeded");
  const revision = newest?.revisions[0];
  await page.goto("/revisions");
  await expect(page.getByRole("heading", { name: "Paste what you look for" })).toBeVisible();
  const box = page.getByRole("searchbox", { name: "Commit, message or ticket" });
  await expect(box).toBeFocused();
  for (const text of [revision?.id ?? "", revision?.id.slice(0, 7) ?? ""]) {
    await box.fill(text);
    const found = page
      .getByRole("article")
      .filter({ hasText: revision?.shortId ?? "" })
      .first();
    await expect(found.getByRole("link", { name: "checkout-web" })).toBeVisible();
    await expect(page).toHaveURL(`/revisions?q=${text}`);
  }
  await page.reload();
  const line = page.getByRole("listitem").filter({ hasText: "checkout-web" }).first();
  await line.getByRole("link", { name: /^[0-9a-f]{8}$/ }).click();
  await expect(page).toHaveURL(new RegExp(`^.*${pageOf(place)}/executions/`));
  await page.getByRole("main").getByRole("link", { name: "Where is it?" }).first().click();
  await expect(page).toHaveURL(/[/]revisions[?]q=/);
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("with the keyboard alone: j goes to what was found, Enter opens it", async ({ page }) => {
  const [newest] = await allExecutions(page, place);
  const id = newest?.revisions[0]?.id ?? "";
  await page.goto(`/revisions?q=${id}`);
  const found = page.getByRole("article").getByRole("link", { name: "checkout-web" }).first();
  await expect(found).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-step]:focus")).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[/]pipelines[/]/);
});

test("what nothing carries says so, and what may be pasted", async ({ page }) => {
  await page.goto("/revisions?q=no-such-word-anywhere");
  await expect(page.getByRole("heading", { name: "Nothing carries “no-such-word-anywhere”" })).toBeVisible();
  await expect(page.getByText("SHOP-123")).toBeVisible();
});
