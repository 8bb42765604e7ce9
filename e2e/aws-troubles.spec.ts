import type { Page } from "@playwright/test";
import { executionPage, newestExecution } from "./fixtures/executions";
import { nobody } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { signInThere, troubledServer } from "./fixtures/troubled";
import { expect, test } from "./fixtures/world";

const { url, emulatorUrl } = troubledServer();

// A fault strikes a whole account and region, so these run at a server of their own, one after the other.
test.describe.configure({ mode: "serial" });
test.use({ storageState: nobody, baseURL: url, emulatorUrl });
test.beforeEach(({ context }) => signInThere(context.request, "viewer"));
test.afterEach(({ world }) => world.clearFaults());

const place = places.terraformNetwork;
const troubles = [
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

const everywhere = [
  {
    kind: "throttle",
    lead: (name: string) => `AWS is throttling ${name}`,
    chip: "throttled",
    why: "Next try",
  },
  { kind: "hang", lead: (name: string) => `${name} does not answer`, chip: "unreachable", why: "no answer" },
  {
    kind: "error500",
    lead: (name: string) => `${name} does not answer`,
    chip: "unreachable",
    why: "InternalFailure",
  },
  {
    kind: "accessDenied",
    lead: (name: string) => `${name} may not be read`,
    chip: "denied",
    why: "The role pipedeck-read lacks codepipeline:",
  },
];

for (const { kind, lead, chip, why } of everywhere) {
  test(`with the fault ${kind} every page says so in the same words, and so does the end of it`, async ({
    context,
    world,
  }) => {
    test.setTimeout(150_000);
    const [home, line, history, execution, settings] = await Promise.all(
      Array.from({ length: 5 }, () => context.newPage()),
    );
    if (!home || !line || !history || !execution || !settings) throw new Error("five pages are needed");
    await Promise.all([
      home.goto("/?q=target:prod-us"),
      line.goto(pageOf(place)),
      history.goto(`${pageOf(place)}/executions`),
      settings.goto("/settings"),
    ]);
    await execution.goto(executionPage(place, await newestExecution(line, place, "Succeeded")));
    await expect(home.getByRole("link", { name: place.pipeline, exact: true })).toBeVisible();
    await expect(history.getByRole("row").nth(3)).toBeVisible();
    await expect(execution.getByRole("heading", { name: "Timeline" })).toBeVisible();

    await world.fault({ kind, account: place.account, region: place.region });
    await Promise.all([
      says(home, lead("Prod US")),
      ...[line, history, execution].flatMap((page) => [says(page, lead("prod-us")), headed(page, chip)]),
    ]);
    const target = settings.getByRole("listitem").filter({ hasText: "prod-us" });
    await expect(target).toContainText(lead("Prod US"));
    await expect(target).toContainText(why);
    await expect(target.getByRole("group", { name: "Freshness" })).toContainText(chip);
    const others = settings.getByRole("region", { name: "Targets" }).getByText(lead("Prod Europe"));
    await expect(others).toHaveCount(0);

    await world.clearFaults();
    await Promise.all([
      ...[home, settings].map((page) => saysNoMore(page, lead("Prod US"))),
      ...[line, history].map((page) => saysNoMore(page, lead("prod-us"))),
    ]);
  });
}

/** What has ended is read every half minute, and AWS is tried again as seldom. */
const PATIENCE = { timeout: 60_000 };

async function says(page: Page, lead: string): Promise<void> {
  await expect(page.getByText(`${lead}.`)).toBeVisible(PATIENCE);
}

async function saysNoMore(page: Page, lead: string): Promise<void> {
  await expect(page.getByText(lead)).toBeHidden(PATIENCE);
}

async function headed(page: Page, chip: string): Promise<void> {
  await expect(page.getByRole("main").locator("header").getByText(chip).first()).toBeVisible(PATIENCE);
}
