import { executionPage, newestExecution, newestRun } from "./fixtures/executions";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

const place = places.checkoutWeb;

test("the timeline shows the attempts of an action apart, and the panel goes from one to another", async ({
  page,
  world,
}) => {
  const own = places.loyaltyPoints;
  await world.takes(own, "Source", 0);
  await world.takes(own, "Build", 3_600_000);
  await world.failsOnce(own, "Build", "The image has no shell");
  const id = await world.commit(own, "e2e4444aaaa4444bbbb4444cccc4444dddd44444", "E2E-14 Retry me");
  // Before anybody looks: an execution that has ended is read again after a minute only.
  await world.retries(own, "Build", id);
  await page.goto(executionPage(own, id));
  const rows = page.getByRole("table", { name: "Timeline" }).getByRole("row").filter({ hasText: "image" });
  await expect(rows.filter({ hasText: "attempt 1" })).toContainText("Failed");
  const second = rows.filter({ hasText: "attempt 2" });
  await expect(second).toContainText("In progress");
  await second.getByRole("link").click();
  await expect(page).toHaveURL(/action=Build\/image/);
  const panel = page.getByRole("complementary", { name: "image" });
  await expect(panel).not.toContainText("The image has no shell");
  await panel.getByText("Attempt 1").click();
  await expect(page).toHaveURL(/attempt=1/);
  await expect(panel).toContainText("The image has no shell");
  await page.reload();
  await expect(panel).toContainText("The image has no shell");
});

test("a deep link opens the panel of a failed action with its error, configuration and artifacts", async ({
  page,
}) => {
  const { summary, stage, run } = await newestRun(
    page,
    place,
    "Failed",
    (each) => each.error?.message !== undefined && each.inputArtifacts.length > 0,
  );
  await page.goto(`${executionPage(place, summary.id)}?action=${stage}/${run.name}`);
  const panel = page.getByRole("complementary", { name: run.name });
  await expect(panel).toContainText(run.error?.message ?? "");
  await expect(panel.getByRole("heading", { name: "Configuration" })).toBeVisible();
  for (const { key } of run.resolvedConfiguration) await expect(panel).toContainText(key);
  for (const { name } of run.inputArtifacts) await expect(panel).toContainText(name);
  await expect(panel).toContainText(run.id);
});

test("the panel of an action that put something out lists its artifacts and output variables", async ({
  page,
}) => {
  const { summary, stage, run } = await newestRun(
    page,
    place,
    "Succeeded",
    (each) => each.outputVariables.length > 0 && each.outputArtifacts.length > 0,
  );
  await page.goto(`${executionPage(place, summary.id)}?action=${stage}/${run.name}`);
  const panel = page.getByRole("complementary", { name: run.name });
  await expect(panel.getByRole("heading", { name: "Output variables" })).toBeVisible();
  for (const { key, value } of run.outputVariables) {
    await expect(panel).toContainText(key);
    await expect(panel).toContainText(value ?? "hidden by policy");
  }
  for (const { name } of run.outputArtifacts) await expect(panel).toContainText(name);
});

test("what an execution carries leads to its revision, away from this page's reach", async ({ page }) => {
  const { summary } = await newestRun(page, place, "Failed", () => true);
  await page.goto(executionPage(place, summary.id));
  const about = page.getByRole("complementary", { name: "About this execution" });
  for (const [index, revision] of summary.revisions.entries()) {
    await expect(about).toContainText(revision.shortId);
    const link = about.getByRole("link", { name: "Open the revision" }).nth(index);
    await expect(link).toHaveAttribute("href", revision.url ?? "");
    await expect(link).toHaveAttribute("rel", /noopener/);
  }
});

test("Back closes the panel, then leaves the page; the path leads to all executions", async ({ page }) => {
  const id = await newestExecution(page, place, "Failed");
  await page.goto(pageOf(place));
  await page.goto(executionPage(place, id));
  await page.locator("a[data-row]").first().click();
  await expect(page).toHaveURL(/action=/);
  await page.goBack();
  await expect(page).toHaveURL(executionPage(place, id));
  await expect(page.getByRole("complementary", { name: "About this execution" })).toBeVisible();
  await page.getByRole("link", { name: "executions", exact: true }).click();
  await expect(page).toHaveURL(`${pageOf(place)}/executions`);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(pageOf(place));
});

test("with the keyboard alone: Tab reaches a run, Enter opens it, Escape closes it", async ({ page }) => {
  await page.goto(executionPage(place, await newestExecution(page, place, "Failed")));
  const runs = page.locator("a[data-row]");
  await expect(runs.first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(page.locator("a[data-row]:focus")).toHaveCount(1, { timeout: 100 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/action=/);
  await expect(page.getByRole("button", { name: "Close" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/action=/);
  await expect(page.getByRole("button", { name: "Close" })).toHaveCount(0);
  await expect(page.locator("a[data-row]:focus")).toHaveCount(1);
});

test("an execution AWS does not have is said to be none, with a way to those it has", async ({ page }) => {
  await page.goto(executionPage(place, "00000000-0000-4000-8000-000000000000"));
  await expect(page.getByRole("heading", { name: `No such execution of ${place.pipeline}` })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: `All executions of ${place.pipeline}` })
    .last()
    .click();
  await expect(page.getByRole("table", { name: "Executions, newest first" })).toBeVisible();
});

test("an address no execution can have says so", async ({ page }) => {
  await page.goto(executionPage(place, "nonsense"));
  await expect(page.getByRole("heading", { name: "No execution can have this address" })).toBeVisible();
});
