import type { Browser } from "@playwright/test";
import type { Application } from "../harness/application";
import { inFreshContext } from "../harness/browser";
import { untilQuiet } from "../harness/until-quiet";

/** Milliseconds from the start of the navigation to the frame that shows the timeline; nodes in the document then. */
export type FirstPaint = { firstLineMs: number; nodes: number };

/** Loads the page of an execution with an empty cache. */
export function firstLine(browser: Browser, app: Application, path: string): Promise<FirstPaint> {
  return inFreshContext(browser, app, async (context) => {
    const page = await context.newPage();
    await page.addInitScript(watchForFirstLine);
    const firstLineMs = await untilQuiet(page, async () => {
      await page.goto(app.url + path, { waitUntil: "commit" });
      const handle = await page.waitForFunction(() => window.benchFirstLineMs, undefined, {
        timeout: 60_000,
      });
      return (await handle.jsonValue()) ?? Number.NaN;
    });
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    return { firstLineMs, nodes };
  });
}

declare global {
  interface Window {
    benchFirstLineMs?: number;
  }
}

/** Runs in the page: the second frame after a line came into the document is the one that shows it. */
function watchForFirstLine(): void {
  const line = '[role="table"][aria-label="Timeline"] [role="rowheader"]';
  const observer = new MutationObserver(() => {
    if (document.querySelector(line) === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.benchFirstLineMs = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}
