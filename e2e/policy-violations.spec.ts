import { complaintsOf } from "./fixtures/complaints";
import { nobody } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

test.use({ storageState: nobody });

test("a script that a page did not bring is not run, and the tests hear of it", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL });
  const complaints = await complaintsOf(context);
  const page = await context.newPage();
  await page.goto("/login");
  const foreign = "document.body.dataset.foreign = 'ran'";
  await page.evaluate((text) => {
    document.body.insertAdjacentHTML("beforeend", `<img src="x" onerror="${text}">`);
  }, foreign);
  await expect.poll(() => complaints.join(" ")).toContain("securitypolicyviolation script-src-attr");
  await expect(page.locator("body")).not.toHaveAttribute("data-foreign");
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error("nobody catches it"))));
  await expect.poll(() => complaints.join(" ")).toContain("nobody catches it");
  await context.close();
});
