import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

// A fault strikes a whole account and region, so these run alone, after the others.
test.describe.configure({ mode: "serial" });
test.use({ storageState: signedIn("viewer") });
test.afterEach(({ world }) => world.clearFaults());

const place = places.terraformNetwork;
const troubles = [
  { kind: "throttle", lead: "AWS is throttling prod-us." },
  { kind: "accessDenied", lead: "prod-us may not be read." },
  { kind: "reset", lead: "prod-us does not answer." },
  { kind: "malformed", lead: "prod-us cannot be understood." },
];

for (const { kind, lead } of troubles) {
  test(`with the fault ${kind} the page says so, keeps what it knew, and recovers by itself`, async ({
    page,
    world,
  }) => {
    await page.goto(pageOf(place));
    const stages = page.getByRole("region", { name: "Stages" });
    await expect(stages.getByRole("heading", { name: "Plan" })).toBeVisible();
    await expect(page.getByText(lead)).toBeHidden();
    await world.fault({ kind, account: place.account, region: place.region });
    await expect(page.getByText(lead)).toBeVisible();
    await expect(stages.getByRole("heading", { name: "Plan" })).toBeVisible();
    await world.clearFaults();
    await expect(page.getByText(lead)).toBeHidden({ timeout: 40_000 });
  });
}
