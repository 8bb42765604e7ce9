import type { Page } from "@playwright/test";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { dialogOf, giveReason, stageOf } from "./fixtures/presses";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("operator") });

/** Opens what can be pressed on a row of the history, which what came meanwhile joins when asked for. */
async function openMenu(page: Page, executionId: string): Promise<void> {
  const menu = page.getByRole("button", { name: `Presses on ${executionId.slice(0, 8)}` });
  const came = page.getByRole("button", { name: /new, show$/ });
  await expect(async () => {
    if (await came.isVisible()) await came.click();
    await expect(menu).toBeVisible({ timeout: 1000 });
  }).toPass();
  await menu.click();
}

test("a row of the overview leads to the decision its pipeline waits for", async ({ page }) => {
  await page.goto("/?q=invoice-renderer");
  await page.getByRole("link", { name: "Retry… invoice-renderer" }).click();
  const dialog = await dialogOf(page);
  await expect(dialog.getByRole("heading", { name: /^Retry Deploy with / })).toBeVisible();
  await page.goto("/?q=orders-api");
  await page.getByRole("link", { name: "Review orders-api" }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^Approve .* for Prod/ })).toBeVisible();
});

test("the history offers the way back to an execution, and the stop of one that runs", async ({
  page,
  world,
}) => {
  const place = places.fraudScoring;
  for (const stage of ["Source", "Build", "Shadow", "Prod"]) await world.takes(place, stage, 0);
  const good = await world.commit(place, "e2ecccc1111cccc2222cccc3333cccc4444ccccc", "E2E-21 Good");
  await page.goto(pageOf(place));
  const prod = stageOf(page, "Prod");
  await expect(prod.getByText("e2ecccc").first()).toBeVisible();
  await world.commit(place, "e2edddd1111dddd2222dddd3333dddd4444ddddd", "E2E-22 Bad");
  await expect(prod.getByText("e2edddd").first()).toBeVisible();
  await page.goto(`${pageOf(place)}/executions`);
  await openMenu(page, good);
  await page.getByRole("button", { name: "Roll Prod back to this…" }).click();
  const dialog = await dialogOf(page);
  await expect(dialog.getByRole("heading", { name: "Roll Prod back to e2ecccc?" })).toBeVisible();
  await giveReason(dialog, "Points doubled");
  await dialog.getByRole("button", { name: "Roll back to e2ecccc" }).click();
  const started = dialog.getByRole("link", { name: /^Started execution / });
  await expect(started).toBeVisible();
  await started.click();
  await expect(page.getByRole("button", { name: /: roll back/ })).toBeVisible();
  expect(await world.journal("RollbackStage", place)).toMatchObject([
    { outcome: "ok", input: { targetPipelineExecutionId: good } },
  ]);
  await world.takes(place, "Build", 3_600_000);
  const runs = await world.commit(place, "e2eeeee1111eeee2222eeee3333eeee4444eeeee", "E2E-23 Runs");
  await page.goto(`${pageOf(place)}/executions`);
  await openMenu(page, runs);
  const presses = page.getByRole("list", { name: `Presses on ${runs.slice(0, 8)}` });
  await presses.getByRole("button", { name: "Stop…" }).click();
  await expect((await dialogOf(page)).getByRole("heading", { name: "Stop e2eeeee?" })).toBeVisible();
});
