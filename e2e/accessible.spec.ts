import type { Page } from "@playwright/test";
import { expectNoViolations } from "./fixtures/axe";
import { executionPage, newestExecution } from "./fixtures/executions";
import { nobody, signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

const looks = [
  { name: "wide", viewport: { width: 1440, height: 900 } },
  { name: "narrow", viewport: { width: 375, height: 812 } },
] as const;

const { checkoutWeb, giftCards, ordersApi, mediaTranscoder } = places;

async function openExecution(page: Page): Promise<void> {
  await page.goto(executionPage(checkoutWeb, await newestExecution(page, checkoutWeb, "Failed")));
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
}

/** A way to a state, and what is in sight when it is reached. */
const states: { name: string; open: (page: Page) => Promise<unknown> }[] = [
  {
    name: "overview, its help",
    open: async (page) => {
      await page.goto("/");
      await expect(page.getByRole("link", { name: "checkout-web", exact: true }).first()).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "overview without a match",
    open: async (page) => {
      await page.goto("/?q=nothing-has-this-name");
      await expect(page.getByRole("combobox")).toHaveValue("nothing-has-this-name");
      await expect(page.getByRole("link", { name: "checkout-web", exact: true })).toHaveCount(0);
    },
  },
  {
    name: "pipeline with a waiting approval, its dialogs",
    open: async (page) => {
      await page.goto(pageOf(ordersApi));
      await page
        .getByRole("button", { name: /^Review/ })
        .first()
        .waitFor();
      await expectNoViolations(page);
      await page
        .getByRole("button", { name: /^Review/ })
        .first()
        .click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Stop…" }).first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "pipeline in parallel mode with an action in the panel",
    open: async (page) => {
      await page.goto(`${pageOf(mediaTranscoder)}?action=Encode/h264`);
      await expect(page.getByRole("complementary")).toBeVisible();
    },
  },
  {
    name: "inbox, an item of it",
    open: async (page) => {
      await page.goto("/inbox");
      const row = page.getByRole("listitem").filter({ hasText: "orders-api, prod-eu" });
      await row.getByRole("button", { name: "Review" }).waitFor();
      await expectNoViolations(page);
      await row.getByRole("link").click();
      await expect(page.getByRole("button", { name: /^Approve or reject/ })).toBeVisible();
    },
  },
  {
    name: "history",
    open: async (page) => {
      await page.goto(`${pageOf(checkoutWeb)}/executions`);
      await expect(page.getByRole("row").nth(3)).toBeVisible();
    },
  },
  {
    name: "two executions compared",
    open: async (page) => {
      await page.goto(`${pageOf(checkoutWeb)}/executions`);
      const boxes = page.getByRole("checkbox", { name: /^Compare/ });
      await boxes.nth(0).check();
      await boxes.nth(2).check();
      await expect(page.getByRole("table", { name: "How they went" })).toBeVisible();
    },
  },
  {
    name: "where a revision is",
    open: async (page) => {
      await page.goto("/revisions");
      await expect(page.getByRole("searchbox")).toBeVisible();
      await expectNoViolations(page);
      await page.goto("/revisions?q=fix");
      await expect(page.getByRole("article").first()).toBeVisible();
    },
  },
  {
    name: "execution, a run in the panel",
    open: async (page) => {
      await openExecution(page);
      await expectNoViolations(page);
      await page.locator("a[data-row]").last().click();
      await expect(page.getByRole("complementary").last()).toBeVisible();
    },
  },
  {
    name: "structure, as a text, and compared with itself",
    open: async (page) => {
      await page.goto(`${pageOf(giftCards)}/structure`);
      await expect(page.getByRole("heading", { name: "Prod" })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("button", { name: "YAML" }).click();
      await expect(page.getByText("executionMode: QUEUED")).toBeVisible();
      await expectNoViolations(page);
      await page.goto(`${pageOf(giftCards)}/structure?view=changes&version=1&compareWith=1`);
      await expect(page.getByText("compared with itself")).toBeVisible();
    },
  },
  {
    name: "settings",
    open: async (page) => {
      await page.goto("/settings");
      await expect(page.getByRole("region", { name: "Targets" }).getByRole("listitem")).toHaveCount(6);
    },
  },
  {
    name: "unknown pipeline",
    open: async (page) => {
      await page.goto("/pipelines/prod-eu/orders-apy");
      await expect(page.getByRole("heading", { name: "No pipeline “orders-apy” in prod-eu" })).toBeVisible();
    },
  },
  { name: "unknown address", open: (page) => page.goto("/nonsense") },
];

for (const { name: look, viewport } of looks) {
  test.describe(`axe finds nothing, ${look}`, () => {
    test.use({ viewport, contextOptions: { reducedMotion: "reduce" } });

    test.describe("signed in", () => {
      test.use({ storageState: signedIn("admin") });
      for (const { name, open } of states) {
        test(name, async ({ page }) => {
          await open(page);
          await expectNoViolations(page);
        });
      }
    });

    test.describe("before", () => {
      test.use({ storageState: nobody });
      test("sign-in", async ({ page }) => {
        await page.goto("/login");
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoViolations(page);
      });
    });
  });
}
