import type { Page } from "@playwright/test";
import { signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

type Failing = {
  target: string;
  name: string;
  stations: { stage: string; standing: string }[];
  executionMode: string;
};
type Fault = { name: string; rule: boolean; code?: string; message?: string; externalUrl?: string };

test.use({ storageState: signedIn("viewer") });

/** Every pipeline of the world that stands failed, as its row says. */
async function failing(page: Page): Promise<Failing[]> {
  const reply = await page.request.get("/api/pipelines");
  const { items }: { items: (Failing & { status: string })[] } = await reply.json();
  return items.filter(({ status }) => status === "Failed");
}

/** What AWS said about the failure of a stage, and of which execution, as our API has it. */
async function failureOf(page: Page, at: string, stage: string) {
  const reply = await page.request.get(`/api${at}/stages/${encodeURIComponent(stage)}/failure`);
  expect(reply.status(), await reply.text()).toBe(200);
  const { failure }: { failure: { faults: Fault[]; to: { id: string } } } = await reply.json();
  return { faults: failure.faults, executionId: failure.to.id };
}

test("every failing pipeline of the world is explained by its pages alone", async ({ page }) => {
  test.setTimeout(240_000);
  const pipelines = await failing(page);
  expect(pipelines.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["checkout-web", "invoice-renderer", "partner-api", "orders-us"]),
  );
  for (const { target, name, stations } of pipelines) {
    const at = `/pipelines/${target}/${name}`;
    const failed = stations.findLast(({ standing }) => standing === "Failed" || standing === "Errored");
    expect(failed, name).toBeDefined();
    const stage = failed?.stage ?? "";
    const { faults, executionId } = await failureOf(page, at, stage);
    expect(faults, name).not.toEqual([]);

    // The page says in its heading which stage is not moving, and names what failed.
    await page.goto(at);
    const why = page.getByText(`${stage} is not moving:`).locator("..");
    await expect(why).toBeVisible();
    for (const fault of faults.slice(0, 1)) await expect(why).toContainText(fault.name);
    await expect(why).toContainText(/Failed .+ ago\./);

    // The stage says all of it: code, message, where to read on, since when, and what is different.
    await page.getByRole("button", { name: stage, exact: true }).first().click();
    const panel = page.getByRole("complementary", { name: stage });
    for (const { name: fault, rule, code, message, externalUrl } of faults) {
      await expect(panel.getByText(rule ? `rule ${fault}` : fault, { exact: true }).first()).toBeVisible();
      if (code !== undefined) await expect(panel).toContainText(code);
      if (message !== undefined) await expect(panel).toContainText(message.split("\n")[0] ?? "");
      if (externalUrl !== undefined)
        await expect(panel.locator(`a[href="${externalUrl}"]`).first()).toBeVisible();
    }
    await expect(panel.getByRole("heading", { name: `Since ${stage} last succeeded` })).toBeVisible();
    await expect(panel.getByText(/^Failing for/)).toBeVisible();
    await expect(
      panel.getByText(/succeeded .+ ago|No execution is known to have gone/).first(),
    ).toBeVisible();

    // The execution that failed says the same.
    await panel.locator(`a[href$="/executions/${executionId}"]`).first().click();
    await expect(page).toHaveURL(/\/executions\//);
    const card = page.getByRole("region", { name: /failed in/ });
    await expect(card).toBeVisible();
    await expect(card).toContainText(faults[0]?.name ?? "");
    await expect(card.getByRole("heading", { name: /^Since .+ last succeeded$/ })).toBeVisible();
    await expect(card.getByText(/^Failing for/)).toBeVisible();
  }
});

test("the card of a failed row is reached and left by keys alone", async ({ page }) => {
  await page.goto("/?q=invoice-renderer");
  const card = page.getByRole("region", { name: "invoice-renderer, Deploy" });
  const row = page.locator("[data-row]").first();
  await expect(row).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(row).toBeFocused({ timeout: 1000 });
    await page.keyboard.press("w");
    await expect(card).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.press("Tab");
  await expect(card.getByRole("link", { name: "invoice-renderer" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(row).toBeFocused();
});
