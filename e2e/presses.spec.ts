import { expectNoViolations } from "./fixtures/axe";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { dialogOf, giveReason, openFromMenu, stageOf } from "./fixtures/presses";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("operator") });

const { customerAccounts, giftCards, shippingQuotes, helpCenter } = places;

test("an operator retries the failed actions of a stage, and the execution goes on", async ({
  page,
  world,
}) => {
  const place = customerAccounts;
  for (const stage of ["Source", "Build", "Prod"]) await world.takes(place, stage, 0);
  await world.failsOnce(place, "Prod", "2 of 6 hosts unhealthy");
  await page.goto(pageOf(place));
  const id = await world.commit(place, "e2e4444aaaa4444bbbb4444cccc4444dddd44444", "E2E-14 Retry me");
  const prod = stageOf(page, "Prod");
  await expect(prod.getByText("e2e4444").first()).toBeVisible();
  await prod.getByRole("button", { name: "Retry…" }).click();
  const dialog = await dialogOf(page);
  await expect(dialog.getByRole("heading", { name: "Retry Prod with e2e4444?" })).toBeVisible();
  await expect(dialog.getByText(/Runs blue-green again/)).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole("button", { name: "Retry failed in Prod" }).click();
  await expect(dialog.getByText(/AWS accepted it|Retried, and seen/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Executions" }).getByText("Succeeded").first()).toBeVisible();
  expect(await world.journal("RetryStageExecution", place)).toMatchObject([
    { outcome: "ok", input: { pipelineExecutionId: id, retryMode: "FAILED_ACTIONS", stageName: "Prod" } },
  ]);
});

test("an operator closes a gate; opening it ships the run that waits, and none that nobody saw", async ({
  page,
  world,
}) => {
  const place = helpCenter;
  for (const stage of ["Source", "Build", "Deploy"]) await world.takes(place, stage, 0);
  await page.goto(pageOf(place));
  const closing = await openFromMenu(page, "Deploy", "Close gate…");
  await giveReason(closing, "Searches fail, see INC-5");
  await expect(closing.getByText("AWS will show: Searches fail - see INC-5")).toBeVisible();
  await expectNoViolations(page);
  await closing.getByRole("button", { name: "Close the gate" }).click();
  await expect(closing.getByText(/AWS accepted it|Closed, and seen/)).toBeVisible();
  await closing.getByRole("button", { name: "Close", exact: true }).first().click();
  const gate = page.getByRole("region", { name: "Closed transition into Deploy" });
  await expect(gate).toContainText("“Searches fail - see INC-5”");
  await world.commit(place, "e2e6666aaaa6666bbbb6666cccc6666dddd66666", "E2E-16 Seen");
  await expect(gate.getByText(/e2e6666/)).toBeVisible();
  await gate.getByRole("button", { name: "Open gate…" }).click();
  const dialog = await dialogOf(page);
  await expect(dialog.getByText(/Ships e2e6666: it enters Deploy/)).toBeVisible();
  await giveReason(dialog, "Go");
  await world.commit(place, "e2e7777aaaa7777bbbb7777cccc7777dddd77777", "E2E-17 Not seen");
  await expect(dialog.getByText(/A newer run is now waiting: e2e7777/).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Look at what is there now" }).click();
  await expect(dialog.getByText(/Ships e2e7777: it enters Deploy/)).toBeVisible();
  await expect(dialog.getByText("E2E-17 Not seen")).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: /^Reason/ })).toHaveValue("Go");
  expect(await world.journal("EnableStageTransition", place)).toEqual([]);
  await giveReason(dialog, "Seen now");
  await dialog.getByRole("button", { name: "Open and ship e2e7777" }).click();
  await expect(dialog.getByText(/AWS accepted it|Opened, and seen/)).toBeVisible();
  await expect(stageOf(page, "Deploy").getByText("e2e7777").first()).toBeVisible();
  expect(await world.journal("EnableStageTransition", place)).toMatchObject([{ outcome: "ok" }]);
});

test("an operator rolls a stage back and holds its gate in the same press", async ({ page, world }) => {
  const place = places.returnsPortal;
  for (const stage of ["Source", "Build", "Staging", "Prod"]) await world.takes(place, stage, 0);
  await page.goto(pageOf(place));
  const prod = stageOf(page, "Prod");
  const good = await world.commit(place, "e2e8888aaaa8888bbbb8888cccc8888dddd88888", "E2E-18 Good");
  await expect(prod.getByText("e2e8888").first()).toBeVisible();
  await world.commit(place, "e2e9999aaaa9999bbbb9999cccc9999dddd99999", "E2E-19 Bad");
  await expect(prod.getByText("e2e9999").first()).toBeVisible();
  const dialog = await openFromMenu(page, "Prod", "Roll back…");
  await expect(dialog.getByRole("heading", { name: "Roll Prod back to e2e8888?" })).toBeVisible();
  await expect(dialog.getByText("1 revision taken away")).toBeVisible();
  await expect(dialog.getByText("E2E-19 Bad")).toBeVisible();
  await dialog.getByRole("checkbox").check();
  await giveReason(dialog, "Points doubled");
  await expectNoViolations(page);
  await dialog.getByRole("button", { name: "Roll back to e2e8888 and hold" }).click();
  await expect(dialog.getByText(/AWS accepted it|Rolled back, and seen/)).toBeVisible();
  expect(await world.journal("DisableStageTransition", place)).toMatchObject([{ outcome: "ok" }]);
  expect(await world.journal("RollbackStage", place)).toMatchObject([
    { outcome: "ok", input: { targetPipelineExecutionId: good } },
  ]);
  await world.opens(place, "Prod");
});

test("an operator overrides a condition, and the stage goes on", async ({ page, world }) => {
  const place = giftCards;
  for (const stage of ["Source", "Build", "Prod"]) await world.takes(place, stage, 0);
  await world.ruleOnce(place, "redeem-errors", "Failed");
  await page.goto(pageOf(place));
  const id = await world.commit(place, "e2eaaaa1111aaaa2222aaaa3333aaaa4444aaaaa", "E2E-20 Let me in");
  const prod = stageOf(page, "Prod");
  await expect(prod.getByText("e2eaaaa").first()).toBeVisible();
  await prod.getByRole("button", { name: "Override…" }).click();
  const dialog = await dialogOf(page);
  await expect(dialog.getByText(/enters Prod and starts deploy at once/)).toBeVisible();
  await giveReason(dialog, "The alarm is known");
  await expectNoViolations(page);
  await dialog.getByRole("button", { name: "Override for e2eaaaa" }).click();
  await expect(dialog.getByText(/AWS accepted it|Overridden, and seen/)).toBeVisible();
  expect(await world.journal("OverrideStageCondition", place)).toMatchObject([
    { outcome: "ok", input: { pipelineExecutionId: id, conditionType: "BEFORE_ENTRY" } },
  ]);
});

test("an operator releases a change with a variable and a revision", async ({ page, world }) => {
  const place = shippingQuotes;
  for (const stage of ["Source", "Build"]) await world.takes(place, stage, 0);
  await page.goto(pageOf(place));
  await page.getByRole("button", { name: "Release change…" }).click();
  const dialog = await dialogOf(page);
  const variable = dialog.getByRole("textbox", { name: /^load_test/ });
  await expect(variable).toHaveValue("no");
  await variable.fill("yes");
  const revision = dialog.getByRole("textbox", { name: /^quotes-repo/ });
  await dialog.getByRole("button", { name: /^Take \w{7}, which ran last$/ }).click();
  await expect(revision).toHaveValue(/^[0-9a-f]{40}$/);
  await revision.fill("main");
  await expect(dialog.getByText(/Expected a commit id/).first()).toBeVisible();
  const press = dialog.getByRole("button", { name: "Release shipping-quotes" });
  await expect(press).toBeDisabled();
  await revision.fill("e2ebbbb1111bbbb2222bbbb3333bbbb4444bbbbb");
  await expectNoViolations(page);
  await press.click();
  await expect(dialog.getByText(/AWS accepted it|Released, and seen/)).toBeVisible();
  expect(await world.journal("StartPipelineExecution", place)).toMatchObject([
    {
      outcome: "ok",
      input: {
        variables: [{ name: "load_test", value: "yes" }],
        sourceRevisions: [{ actionName: "quotes-repo", revisionType: "COMMIT_ID" }],
      },
    },
  ]);
});

test.describe("an approver", () => {
  test.use({ storageState: signedIn("approver") });

  test("finds what only operators press off, with the reason", async ({ page }) => {
    await page.goto(pageOf(places.ordersApi));
    const release = page.getByRole("button", { name: "Release change…" });
    await expect(release).toBeDisabled();
    await expect(release).toHaveAttribute("title", /^Releasing a change needs a rule/);
  });
});
