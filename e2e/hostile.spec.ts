import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expectNoViolations } from "./fixtures/axe";
import { complaintsOf } from "./fixtures/complaints";
import { nobody } from "./fixtures/people";
import { expect, test } from "./fixtures/world";

const url = process.env.PIPEDECK_E2E_HOSTILE ?? "";

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 375, height: 812 };

const longName = (start: string) => `${start}-${"abcdefghij".repeat(10)}`.slice(0, 100);
const TALL = longName("tall");
const BROAD = longName("broad");

/** Of each target, the pipelines whose pages are opened. */
const pipelines = [
  { target: "loud", pipeline: TALL, query: `?action=${longName("stage-49")}/${longName("action-49")}` },
  { target: "loud", pipeline: BROAD, query: `?action=${longName("All")}/${longName("part-3")}` },
  { target: "loud", pipeline: "markup", query: "?review=Approve/decide" },
  { target: "loud", pipeline: "right-to-left", query: "?review=Approve/decide" },
  { target: "bare", pipeline: TALL, query: `?action=${longName("stage-49")}/${longName("action-49")}` },
  { target: "bare", pipeline: "markup", query: "?press=release" },
  { target: "endless", pipeline: BROAD, query: `?action=${longName("All")}/${longName("part-3")}` },
  { target: "endless", pipeline: "markup", query: "?action=Build/package" },
] as const;

test.use({ storageState: nobody, baseURL: url, contextOptions: { reducedMotion: "reduce" } });

async function signIn(context: BrowserContext): Promise<void> {
  const { csrfToken }: { csrfToken: string } = await (
    await context.request.get(`${url}/api/auth/csrf`)
  ).json();
  const signed = await context.request.post(`${url}/api/auth/callback/demo`, {
    headers: { origin: url },
    form: { person: "admin", csrfToken, callbackUrl: "/", json: "true" },
  });
  expect(signed.status()).toBe(200);
}

/** Opens a page and waits for what tells that its data has come. */
async function open(page: Page, path: string, seen: (page: Page) => Locator): Promise<void> {
  await page.goto(`${url}${path}`);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(seen(page).first()).toBeVisible();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const link = (page: Page) => page.locator("[data-row]");
const action = (page: Page) => page.locator("[data-action]");
const facts = (page: Page) => page.getByRole("heading", { name: "Source revisions" });

/** What a page must be, whatever AWS says, on a desk and on a phone. */
async function expectHarmless(page: Page, complaints: readonly string[]): Promise<void> {
  for (const viewport of [NARROW, WIDE]) {
    await page.setViewportSize(viewport);
    const { width } = viewport;
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    await expectToFit(page, complaints);
  }
}

async function expectToFit(page: Page, complaints: readonly string[]): Promise<void> {
  const found = await page.evaluate(() => ({
    beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    canary: "canary" in globalThis,
    addresses: [...document.querySelectorAll("a[href], area[href], iframe, form[action]")].flatMap((link) => {
      const address = link.getAttribute("href") ?? link.getAttribute("src") ?? link.getAttribute("action");
      return address === null || /^https?:$/.test(new URL(address, location.href).protocol) ? [] : [address];
    }),
    images: document.querySelectorAll("img[src=x], svg[onload]").length,
  }));
  expect(found, page.url()).toEqual({ beyond: 0, canary: false, addresses: [], images: 0 });
  expect(complaints, page.url()).toEqual([]);
}

async function newestExecution(page: Page, target: string, pipeline: string): Promise<string> {
  const reply = await page.request.get(`${url}/api/pipelines/${target}/${pipeline}/executions`);
  const { items }: { items: { id: string; status: string }[] } = await reply.json();
  return (items.find(({ status }) => status === "Failed") ?? items[0])?.id ?? "";
}

test.beforeEach(async ({ context }) => signIn(context));

for (const [path, seen] of [
  ["/", link],
  ["/?group=tag:team", link],
  ["/?q=stats:x%20tag:y", (page: Page) => page.getByText("No filter is called stats:")],
  ["/inbox", link],
  ["/activity", heading],
  ["/revisions?q=SHOP-1", heading],
  ["/settings", (page: Page) => page.getByRole("region", { name: "Targets" }).getByRole("listitem")],
] as const) {
  test(`${path} overflows nowhere, runs nothing and leads to the web alone`, async ({ page, context }) => {
    const complaints = await complaintsOf(context);
    await open(page, path, seen);
    await expectHarmless(page, complaints);
    await expectNoViolations(page, ["light"]);
  });
}

for (const { target, pipeline, query } of pipelines) {
  test(`the pages of ${pipeline.slice(0, 13)}, ${target}, overflow nowhere, run nothing and lead to the web alone`, async ({
    page,
    context,
  }) => {
    test.slow();
    const complaints = await complaintsOf(context);
    const path = `/pipelines/${target}/${pipeline}`;
    const id = await newestExecution(page, target, pipeline);
    for (const [shown, seen] of [
      [path + query, action],
      [`${path}/structure`, heading],
      [`${path}/executions`, link],
      [`${path}/executions/${id}`, facts],
    ] as const) {
      await open(page, shown, seen);
      await expectHarmless(page, complaints);
      if (target !== "endless") await expectNoViolations(page, ["light"]);
    }
  });
}
