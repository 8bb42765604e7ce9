import type { Page } from "@playwright/test";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("admin") });

const place = places.ordersApi;

/** Lets no script through from now on that is not here yet, the page's own being at work; answers how to let them through again. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  await page.waitForFunction(() => {
    const control = document.querySelector("main button, main a");
    return control !== null && Object.keys(control).some((key) => key.startsWith("__react"));
  });
  const scripts = "**/_next/static/chunks/**";
  await page.route(scripts, (route) => route.abort("internetdisconnected"));
  return () => page.unroute(scripts);
}

test("the stop dialog whose code does not arrive says so, and opens once the network is back", async ({
  page,
}) => {
  await page.goto(pageOf(place));
  const stop = page.getByRole("button", { name: "Stop…" }).first();
  await expect(stop).toBeEnabled();
  const restore = await withoutScripts(page);
  await stop.click();
  const failure = page.getByRole("dialog", { name: "This could not be loaded" });
  await expect(failure.getByRole("alert")).toContainText("did not arrive");
  await failure.getByRole("button", { name: "Try again" }).click();
  await expect(failure.getByRole("button", { name: "Try again" })).toHaveAttribute("aria-busy", "false");
  await restore();
  await failure.getByRole("button", { name: "Try again" }).click();
  const dialog = page.getByRole("dialog", { name: /^Stop/ });
  await expect(dialog.getByRole("textbox", { name: /^Reason/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(stop).toBeFocused();
});

test("the dialog of a failure closes by Escape, and Back leads out of it", async ({ page }) => {
  await page.goto(pageOf(place));
  await expect(page.getByRole("button", { name: "Stop…" }).first()).toBeEnabled();
  await withoutScripts(page);
  const failure = page.getByRole("dialog", { name: "This could not be loaded" });
  await page.getByRole("button", { name: "Stop…" }).first().click();
  await expect(failure).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(failure).toBeHidden();
  expect(new URL(page.url()).search).toBe("");
  await page.getByRole("button", { name: "Stop…" }).first().click();
  await expect(failure).toBeVisible();
  await page.goBack();
  await expect(failure).toBeHidden();
});

test("an address that asks for a dialog opens it, with the focus in it", async ({ page }) => {
  await page.goto(`${pageOf(place)}?stop=1`);
  const stop = page.getByRole("dialog", { name: /^Stop/ });
  await expect(stop.getByRole("heading", { level: 2 })).toBeFocused();
  await page.goto(`${pageOf(place)}?review=Approve/${await approvalOf(page)}`);
  const approve = page.getByRole("dialog", { name: /^Approve/ });
  await expect(approve.getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(approve).toBeHidden();
  expect(new URL(page.url()).search).toBe("");
});

test("a panel whose code does not arrive says so in its place, and fills once the network is back", async ({
  page,
}) => {
  await page.goto(pageOf(place));
  const card = page
    .getByRole("region", { name: "Stage Build" })
    .getByRole("listitem")
    .getByRole("button")
    .first();
  await expect(card).toBeVisible();
  const restore = await withoutScripts(page);
  await card.click();
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
  await expect(panel.getByRole("alert")).toContainText("did not arrive");
  await restore();
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByRole("heading", { name: "Last run" })).toBeVisible();
  await page.reload();
  await expect(panel.getByRole("heading", { name: "Last run" })).toBeVisible();
});

test("the list of keys comes by its key", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("table", { name: "Pipelines" })).toBeVisible();
  const restore = await withoutScripts(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "The list of keys cannot be shown" })).toBeVisible();
  await restore();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("dialog", { name: "Keys and filter" })).toBeVisible();
});

async function approvalOf(page: Page): Promise<string> {
  const reply = await page.request.get(`/api/pipelines/${place.target}/${place.pipeline}/state`);
  const { state }: { state: { stages: { name: string; actions: { name: string }[] }[] } } =
    await reply.json();
  return state.stages.find(({ name }) => name === "Approve")?.actions[0]?.name ?? "";
}
