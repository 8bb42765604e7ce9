import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

/** In the page: presses "JSON" as soon as the page can be pressed, before its router listens to the history. */
function pressAtOnce(): void {
  const { replaceState } = History.prototype;
  History.prototype.replaceState = function (...given: Parameters<History["replaceState"]>) {
    History.prototype.replaceState = replaceState;
    replaceState.apply(this, given);
    const buttons = [...document.querySelectorAll("button")];
    queueMicrotask(() => buttons.find(({ textContent }) => textContent === "JSON")?.click());
  };
}

test("what is pressed while a page comes alive is shown, and Back goes back from it", async ({ page }) => {
  await page.addInitScript(pressAtOnce);
  // A document waits for AWS no longer than 300 ms; one that came without the declaration has nothing to press yet.
  await expect(async () => {
    await page.goto(`${pageOf(places.catalogImport)}/structure`);
    await expect(page).toHaveURL(/view=json/, { timeout: 2_000 });
  }).toPass();
  const shown = (name: string) => page.getByRole("button", { name, pressed: true });
  await expect(shown("JSON")).toBeVisible();
  await page.goBack();
  await expect(shown("Declaration")).toBeVisible();
  await page.goForward();
  await expect(shown("JSON")).toBeVisible();
});
