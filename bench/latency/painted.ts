import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Shutdown } from "../../scripts/processes/shutdown";
import { WordedError } from "../../scripts/processes/worded-error";
import { controlEmulator } from "../../scripts/testing/emulator-control";
import type { Application } from "../harness/application";
import type { Echo } from "./echo";

/** Something that can happen again and again; answers the milliseconds until it was painted. */
export type Painted = { sample: () => Promise<number> };

const place = { account: "111122223333", region: "eu-west-1" };

/** The overview: each sample is a new revision that sets another pipeline at rest in motion. */
export async function openOverview(browser: Browser, app: Application, shutdown: Shutdown): Promise<Painted> {
  const context = await contextOf(browser, shutdown);
  const cookies = [...app.session.cookies].map(([name, value]) => ({ name, value, url: app.url }));
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(app.url);
  await page.getByRole("row").nth(5).waitFor();
  return {
    sample: async () => {
      const pipeline = await oneAtRest(page);
      const painted = whenPainted(page, `a[href$="/${pipeline}"]`);
      await painted.ready;
      const sentAt = Date.now();
      await controlEmulator(app.emulator, "POST", "/revisions", { ...place, pipeline, action: "code" });
      const ms = (await painted.at) - sentAt;
      // The run ends, so that a later sample can take the same pipeline.
      await controlEmulator(app.emulator, "POST", "/clock", { advanceMs: 3_600_000 });
      await page
        .getByRole("row")
        .filter({ hasText: pipeline })
        .filter({ hasText: /Succeeded|Approval|Failed|Closed/ })
        .waitFor();
      return ms;
    },
  };
}

/** The echo's page: each sample is another text. */
export async function openEcho(browser: Browser, echo: Echo, shutdown: Shutdown): Promise<Painted> {
  const context = await contextOf(browser, shutdown);
  const page = await context.newPage();
  await page.goto(echo.url);
  await page.getByText("ready").waitFor();
  let count = 0;
  return {
    sample: async () => {
      await page.bringToFront();
      const painted = whenPainted(page, "#cell");
      await painted.ready;
      const sentAt = Date.now();
      count += 1;
      echo.send(`event ${count}`);
      return (await painted.at) - sentAt;
    },
  };
}

async function contextOf(browser: Browser, shutdown: Shutdown): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1600 } });
  shutdown.add(() => context.close());
  return context;
}

/** A pipeline in sight that does not run. */
async function oneAtRest(page: Page): Promise<string> {
  await page.bringToFront();
  const resting = page.getByRole("row").filter({ hasText: "Succeeded" });
  await resting.first().waitFor();
  const names = await resting.evaluateAll((rows) =>
    rows.flatMap((row) => {
      const href = row.querySelector('a[href^="/pipelines/"]')?.getAttribute("href");
      return href === undefined || href === null ? [] : [href.split("/").at(-1) ?? ""];
    }),
  );
  const name = names[Math.floor(names.length / 2)];
  if (name === undefined) throw new WordedError("No pipeline in sight is at rest.");
  return name;
}

/** `at`: the machine's time, epoch ms, of the second frame after what the selector names changed. */
function whenPainted(page: Page, selector: string): { ready: Promise<unknown>; at: Promise<number> } {
  const ready = page.evaluate((selector) => {
    const cell = document.querySelector(selector)?.closest('[role="row"], p');
    if (!cell) throw new Error(`nothing is at ${selector}`);
    window.benchPaintedAt = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
      });
      observer.observe(cell, { childList: true, subtree: true, characterData: true, attributes: true });
    });
  }, selector);
  const at = ready.then(() => page.evaluate(() => window.benchPaintedAt ?? Promise.resolve(Number.NaN)));
  return { ready, at };
}

declare global {
  interface Window {
    benchPaintedAt?: Promise<number>;
  }
}
