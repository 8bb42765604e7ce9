import type { Page } from "@playwright/test";
import { signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

const typefaces = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
    return loaded.map(({ family }) => family.replaceAll('"', "")).sort();
  });

test("a page reads the plain files of both typefaces, and nothing else", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("table", { name: "Pipelines" })).toBeVisible();
  await expect.poll(() => typefaces(page)).toEqual(["interPlain", "jetbrainsMonoPlain"]);
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".woff2"))
      .reduce(
        (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
        0,
      ),
  );
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(32_000);
});

test("a name with letters beyond English reads the files that have them", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("table", { name: "Pipelines" })).toBeVisible();
  await page.evaluate(() => {
    const place = document.createElement("p");
    place.innerHTML = "Zoë Łukasz <code class='font-mono'>größe-łan</code>";
    document.body.append(place);
  });
  await expect
    .poll(() => typefaces(page))
    .toEqual([
      "interLatin",
      "interLatinExtended",
      "interPlain",
      "jetbrainsMonoLatin",
      "jetbrainsMonoLatinExtended",
      "jetbrainsMonoPlain",
    ]);
});
