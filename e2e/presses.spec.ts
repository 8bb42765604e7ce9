import { expectNoViolations } from "./fixtures/axe";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { dialogOf, giveReason, stageOf } from "./fixtures/presses";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("operator") });

const { customerAccounts, giftCards, shippingQuotes } = places;

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
