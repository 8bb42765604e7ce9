import { allExecutions } from "./fixtures/executions";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

const place = places.checkoutWeb;
const history = `${pageOf(place)}/executions`;

test("scrolling reads older executions until all that AWS keeps are listed", async ({ page }) => {
  const all = await allExecutions(page, place);
  expect(all.length).toBeGreaterThan(50);
  await page.goto(history);
  const table = page.getByRole("table", { name: "Executions, newest first" });
  await expect(table.locator(`[data-row="${all[0]?.id}"]`)).toBeVisible();
  const oldest = table.locator(`[data-row="${all.at(-1)?.id}"]`);
  await expect(oldest).toHaveCount(0);
  await expect(async () => {
    await page.mouse.move(720, 600);
    await page.mouse.wheel(0, 4000);
    await expect(oldest).toBeInViewport({ timeout: 300 });
  }).toPass();
  await expect(page.getByText(/executions, all that is known/)).toContainText(`${all.length} executions`);
  await expect(table).toHaveAttribute("aria-rowcount", String(all.length));
  expect(await table.getByRole("row").count()).toBeLessThan(all.length);
});

test("the status filter narrows the list and lives in the address", async ({ page }) => {
  const failed = (await allExecutions(page, place)).filter(({ status }) => status === "Failed");
  await page.goto(history);
  const chip = page.getByRole("button", { name: "Failed", exact: true });
  await expect(chip).toHaveAttribute("aria-pressed", "false");
  await chip.click();
  await expect(page).toHaveURL(/[?&]status=Failed$/);
  const rows = page.getByRole("table", { name: "Executions, newest first" }).getByRole("row");
  const listed = () =>
    rows.evaluateAll((all) => all.map((row) => row.querySelector("[data-row]")?.getAttribute("data-row")));
  await expect.poll(async () => (await listed())[0]).toBe(failed[0]?.id);
  const ids = failed.map(({ id }) => id);
  for (const id of await listed()) expect(ids).toContain(id);

  await page.reload();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => (await listed())[0]).toBe(failed[0]?.id);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page).not.toHaveURL(/status=/);
});

test("a status that no execution has says so, and how to see all", async ({ page }) => {
  await page.goto(`${history}?status=Cancelled`);
  await expect(page.getByRole("table", { name: "Executions, newest first" })).toHaveCount(0);
  await page
    .getByRole("main")
    .getByRole("button", { name: /show all|every/i })
    .last()
    .click();
  await expect(page.getByRole("table", { name: "Executions, newest first" })).toBeVisible();
});

test("a row opens its execution, and Back returns to the list", async ({ page }) => {
  const [newest] = await allExecutions(page, place);
  await page.goto(pageOf(place));
  await page.getByRole("link", { name: "History" }).click();
  const row = page.locator(`[data-row="${newest?.id}"]`);
  await row.click();
  await expect(page).toHaveURL(`${history}/${newest?.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Execution");
  await page.goBack();
  await expect(row).toBeVisible();
});

test("with the keyboard alone: j and k move through the rows, Enter opens one", async ({ page }) => {
  const [first, second] = await allExecutions(page, place);
  await page.goto(history);
  await expect(page.locator(`[data-row="${first?.id}"]`)).toBeVisible();
  // The rows come with the page, before it listens to keys.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator(`[data-row="${first?.id}"]`)).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(page.locator(`[data-row="${second?.id}"]`)).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator(`[data-row="${first?.id}"]`)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${history}/${first?.id}`);
});

test("words narrow the list letter by letter, stand in the address, and are found again after a reload", async ({
  page,
}) => {
  const all = await allExecutions(page, place);
  const old = all.at(-1);
  const sha = old?.revisions[0]?.id.slice(0, 9) ?? "";
  await page.goto(history);
  const box = page.getByRole("searchbox", { name: "Filter executions" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(sha);
  await expect(page).toHaveURL(new RegExp(`[?&]q=${sha}$`));
  const row = page.locator(`[data-row="${old?.id}"]`);
  await expect(row).toBeVisible();
  await expect(page.getByRole("table", { name: "Executions, newest first" }).getByRole("row")).toHaveCount(
    all.filter(({ revisions }) => revisions.some(({ id }) => id.startsWith(sha))).length,
  );
  await page.reload();
  await expect(box).toHaveValue(sha);
  await expect(row).toBeVisible();
  await box.fill("no-such-word-anywhere");
  await expect(page.getByRole("heading", { name: "No execution matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page).not.toHaveURL(/q=/);
});

test("two executions chosen in the list are compared, older and newer, and the address opens it again", async ({
  page,
}) => {
  const all = await allExecutions(page, place);
  const [failed, done] = ["Failed", "Succeeded"].map((wanted) => all.find(({ status }) => status === wanted));
  await page.goto(`${history}?status=Failed,Succeeded`);
  const choose = (id = "") => page.getByRole("checkbox", { name: `Compare ${id.slice(0, 8)}` });
  await choose(failed?.id).check();
  await expect(page.getByRole("region", { name: "Compare" })).toContainText("with another");
  await choose(done?.id).check();
  const went = page.getByRole("table", { name: "How they went" });
  await expect(went.getByRole("row", { name: /Failed.*differs/ }).first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`compare=${failed?.id},${done?.id}`));
  await page.reload();
  await expect(page.getByRole("table", { name: "What they carried" })).toContainText("Definition");
  await page.getByRole("button", { name: "Compare no more" }).click();
  await expect(page.getByRole("region", { name: "Compare" })).toHaveCount(0);
  await expect(page).not.toHaveURL(/compare=/);
});

test("all that the filter wants is saved as comma-separated values", async ({ page }) => {
  await page.goto(`${history}?status=Failed`);
  await expect(page.getByRole("row").first()).toBeVisible();
  const saved = page.waitForEvent("download");
  await expect(async () => {
    await page.getByRole("button", { name: "CSV" }).click();
    await saved;
  }).toPass();
  expect((await saved).suggestedFilename()).toBe("prod-eu-checkout-web-executions.csv");
});
