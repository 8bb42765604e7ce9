import type { BrowserContext, Page } from "@playwright/test";
import { canBeHidden, expectLive, hide, routesAsked, show } from "./fixtures/live";
import { nobody, people, signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, type Place, test, type World } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

/** A commit that stays in the pipeline's second stage, so that nothing else happens to it. */
async function commitStays(world: World, place: Place, stage: string, revision: string): Promise<void> {
  await world.takes(place, "Source", 0);
  await world.takes(place, stage, 3_600_000);
  await world.commit(place, revision, "E2E-40 Seen at once");
}

function rowWith(page: Page, pipeline: string, revision: string) {
  const table = page.getByRole("table", { name: "Pipelines" });
  return table.getByRole("row", { name: new RegExp(`${pipeline}.*${revision.slice(0, 7)}`) });
}

test("a change comes to the overview by the stream, and nothing is asked for", async ({ page, world }) => {
  const place = places.featureFlags;
  const revision = "e2e4001aaaa4001bbbb4001cccc4001dddd40010";
  await page.goto(`/?q=${place.pipeline}`);
  await expectLive(page);
  const asked = routesAsked(page);
  await commitStays(world, place, "Build", revision);
  await expect(rowWith(page, place.pipeline, revision)).toBeVisible();
  expect(asked).toEqual([]);
});

test("a change has the page of a pipeline ask for its state, and for nothing else", async ({
  page,
  world,
}) => {
  const place = places.chaosDrills;
  await page.goto(pageOf(place));
  await expectLive(page);
  // A page that has no state yet asks for it, and what it gets may hold the change already.
  await expect(page.getByRole("region", { name: "Stage Plan" })).toBeVisible();
  const asked = routesAsked(page);
  await commitStays(world, place, "Plan", "e2e4002aaaa4002bbbb4002cccc4002dddd40020");
  await expect(page.getByRole("region", { name: "Stage Plan" }).getByText("e2e4002").first()).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([`/api${pageOf(place)}/state`]));
});

test("pages of one browser share one stream, which goes over to another when its page is closed", async ({
  context,
  world,
}) => {
  const place = places.searchIndexer;
  const streams: Page[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/live") streams.push(request.frame().page());
  });
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const page of [first, second]) {
    await page.goto(`/?q=${place.pipeline}`);
    await expectLive(page);
  }
  expect(streams).toEqual([first]);
  const revision = "e2e4003aaaa4003bbbb4003cccc4003dddd40030";
  await commitStays(world, place, "Build", revision);
  for (const page of [first, second]) await expect(rowWith(page, place.pipeline, revision)).toBeVisible();
  expect(streams).toEqual([first]);

  await first.close();
  await expect.poll(() => streams).toEqual([first, second]);
  await expectLive(second);
  const later = "e2e4004aaaa4004bbbb4004cccc4004dddd40040";
  await world.commit(place, later, "E2E-41 Seen by the other page");
  await expect(rowWith(second, place.pipeline, later)).toBeVisible();
});

test("a hidden page asks for nothing, and hears by the stream what it missed when it is seen again", async ({
  page,
  world,
}) => {
  const place = places.goldenAmi;
  await canBeHidden(page);
  await page.goto(`/?q=${place.pipeline}`);
  await expectLive(page);
  await hide(page);
  const asked = routesAsked(page);
  const revision = "e2e4005aaaa4005bbbb4005cccc4005dddd40050";
  await world.takes(place, "Source", 0);
  await world.commit(place, revision, "E2E-42 While nobody looked");
  const known = async () => (await page.request.get(`/api${pageOf(place)}/state`)).text();
  await expect.poll(known).toContain("e2e4005");
  expect(asked).toEqual([]);
  await show(page);
  await expect(rowWith(page, place.pipeline, revision)).toBeVisible();
  expect(asked).toEqual(["/api/live"]);
});

/** Of an approver who signs in: the overview, and a pipeline. */
async function twoPages(context: BrowserContext) {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await one.goto("/login");
  await one.getByRole("button", { name: people.approver }).click();
  await expectLive(one);
  await other.goto(pageOf(places.ordersApi));
  await expectLive(other);
  return [one, other] as const;
}

test.describe("somebody with two pages", () => {
  test.use({ storageState: nobody });

  test("signing out in one leads the other to the sign-in page, and back from there", async ({ context }) => {
    const [one, other] = await twoPages(context);
    await one.getByRole("button", { name: new RegExp(people.approver) }).click();
    await one.getByRole("button", { name: "Sign out" }).click();
    await expect(one).toHaveURL(/\/login\?signedOut=1$/);
    await expect(other).toHaveURL(/\/login\?from=/);
    await other.getByRole("button", { name: people.approver }).click();
    await expect(other.getByRole("heading", { name: "orders-api", level: 1 })).toBeVisible();
  });

  test("signing in as somebody else in one has the other begin anew as them", async ({ context }) => {
    const [one, other] = await twoPages(context);
    await one.goto("/login");
    await one.getByRole("button", { name: people.viewer }).click();
    await expect(other.getByRole("button", { name: `${people.viewer}, group viewer` })).toBeVisible();
    await expectLive(other);
    await expect(other.getByRole("heading", { name: "orders-api", level: 1 })).toBeVisible();
  });
});
