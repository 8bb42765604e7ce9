import { expectLive } from "./fixtures/live";
import { people } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

// The one server of all tests ends and begins here, so this runs alone, after the others, and needs none of them.

test("a page says that it is not live while the server is away, and is live again by itself", async ({
  page,
  playwright,
}) => {
  const http = await playwright.request.newContext();
  const turn = (how: "stop" | "start") =>
    http.post(`${process.env.PIPEDECK_E2E_SWITCH}/${how}`, { timeout: 60_000 });
  await page.goto("/");
  await page.getByRole("button", { name: people.viewer }).click();
  await expectLive(page);
  expect((await turn("stop")).status()).toBe(204);
  await expect(page.getByRole("button", { name: /^not live for/ })).toBeVisible();
  await expect(page.getByText(/^No live changes for/)).toBeVisible();
  expect((await turn("start")).status()).toBe(204);
  await expectLive(page);
  await expect(page.getByRole("button", { name: /^not live for/ })).toBeHidden();
  await expect(page.getByText(/^No live changes for/)).toBeHidden();
  await http.dispose();
});
