import { signedIn } from "./fixtures/people";
import { places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

test("the overview lists every pipeline of every target with its standing", async ({ page }) => {
  await page.goto("/");
  const table = page.getByRole("table", { name: "Pipelines" });
  await expect(table.getByRole("link", { name: "checkout-web", exact: true })).toBeVisible();
  await expect(page.getByRole("search").getByRole("status")).toHaveText("42");
});

const TARGETS = [
  ["prod-eu", "Prod Europe", 13],
  ["prod-us", "Prod US", 7],
  ["staging-eu", "Staging Europe", 8],
  ["staging-us", "Staging US", 3],
  ["dev-eu", "Dev Europe", 8],
  ["dev-us", "Dev US", 3],
] as const;

for (const [id, name, pipelines] of TARGETS) {
  test(`the overview has the pipelines of ${name}`, async ({ page }) => {
    await page.goto(`/?q=target:${id}`);
    const table = page.getByRole("table", { name: "Pipelines" });
    await expect(table.getByRole("button", { name, exact: true }).first()).toBeVisible();
    await expect(page.getByRole("search").getByRole("status")).toHaveText(`${pipelines} of 42`);
  });
}

test("the filter narrows the list and lives in the address", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: "Filter pipelines" }).fill("ledger");
  const table = page.getByRole("table", { name: "Pipelines" });
  await expect(table.getByRole("link", { name: "checkout-web", exact: true })).toBeHidden();
  await expect(page).toHaveURL(/[?&]q=ledger/);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Filter pipelines" })).toHaveValue("ledger");
  await expect(table.getByRole("link", { name: "ledger-core", exact: true })).toBeVisible();
  await table.getByRole("link", { name: "ledger-core", exact: true }).click();
  await expect(page.getByRole("heading", { name: "ledger-core", level: 1 })).toBeVisible();
});

test("a commit shows on the overview by itself", async ({ page, world }) => {
  await page.goto("/?q=dns-zones");
  const table = page.getByRole("table", { name: "Pipelines" });
  await expect(table.getByRole("link", { name: "dns-zones", exact: true })).toBeVisible();
  await world.takes(places.dnsZones, "Source", 0);
  await world.takes(places.dnsZones, "Plan", 3_600_000);
  await world.commit(
    places.dnsZones,
    "e2e0000aaaa0000bbbb0000cccc0000dddd00000",
    "E2E-10 A zone for the tests",
  );
  await expect(table.getByRole("row", { name: /dns-zones.*e2e0000/ })).toBeVisible();
});
