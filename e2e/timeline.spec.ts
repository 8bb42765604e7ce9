import { executionPage, newestExecution } from "./fixtures/executions";
import { signedIn } from "./fixtures/people";
import { places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

const place = places.checkoutWeb;

test("medians of the last successes are marked, and told in words", async ({ page }) => {
  await page.goto(executionPage(place, await newestExecution(page, place, "Succeeded")));
  await expect(page.getByText("median of 20")).toBeVisible();
  const build = page.getByRole("table", { name: "Timeline" }).getByRole("row").filter({ hasText: "Build" });
  await expect(build.first()).toContainText(/usually \d+ (s|min)/);
  await page.getByRole("button", { name: "In words" }).click();
  await expect(page).toHaveURL(/view=table/);
  const words = page.getByRole("table", { name: "Timeline in words" });
  await expect(words.getByRole("columnheader", { name: "Usually" })).toBeVisible();
  await expect(
    words
      .getByRole("row")
      .filter({ hasText: /median of \d+/ })
      .first(),
  ).toBeVisible();
  await words.getByRole("link").first().click();
  await expect(page).toHaveURL(/action=/);
});

test("keys zoom and move, and the address keeps the range", async ({ page }) => {
  await page.goto(executionPage(place, await newestExecution(page, place, "Succeeded")));
  await page.locator("a[data-row]").first().focus();
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/range=[\d.]+-[\d.]+/);
  const closer = page.url();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page).not.toHaveURL(closer);
  const moved = page.url();
  await page.reload();
  await expect(page).toHaveURL(moved);
  await page.getByRole("button", { name: "Whole", exact: true }).click();
  await expect(page).not.toHaveURL(/range=/);
  await page.getByRole("button", { name: "Zoom in" }).press("Enter");
  await expect(page).toHaveURL(/range=/);
  await page.keyboard.press("0");
  await expect(page).not.toHaveURL(/range=/);
});

test("the wheel with Ctrl zooms around the pointer, and dragging moves without opening a run", async ({
  page,
}) => {
  await page.goto(executionPage(place, await newestExecution(page, place, "Succeeded")));
  const table = page.getByRole("table", { name: "Timeline" });
  const box = await table.boundingBox();
  if (box === null) throw new Error("the timeline is nowhere");
  const [x, y] = [box.x + box.width * 0.5, box.y + 80];
  await expect(async () => {
    await page.mouse.move(x - 3, y);
    await page.mouse.move(x, y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -300);
    await page.keyboard.up("Control");
    await expect(page).toHaveURL(/range=/, { timeout: 300 });
  }).toPass();
  const zoomed = page.url();
  await page.mouse.down();
  await page.mouse.move(x - 120, y, { steps: 6 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(zoomed);
  await expect(page).not.toHaveURL(/action=/);
});

test("the version an execution ran with leads to that declaration", async ({ page }) => {
  await page.goto(executionPage(place, await newestExecution(page, place, "Succeeded")));
  await page.getByRole("link", { name: /^version \d+$/ }).click();
  await expect(page).toHaveURL(/\/structure\?version=\d+$/);
  await expect(page.getByRole("list", { name: "Stages" })).toBeVisible();
});
