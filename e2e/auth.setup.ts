import { people, type Role, signedIn } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

for (const role of Object.keys(people) as Role[]) {
  test(`${people[role]} signs in as ${role}`, async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/login/);
    await page.getByRole("button", { name: people[role] }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await page.context().storageState({ path: signedIn(role) });
  });
}
