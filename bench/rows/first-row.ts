import type { Browser } from "@playwright/test";
import type { Application } from "../harness/application";
import { inFreshContext } from "../harness/browser";
import { untilQuiet } from "../harness/until-quiet";

/** Milliseconds from the start of the navigation to the frame that shows the first pipeline; nodes in the document then. */
export type FirstRow = { firstRowMs: number; nodes: number };

/** Loads the overview with an empty cache. */
export function firstRow(browser: Browser, app: Application): Promise<FirstRow> {
  return inFreshContext(browser, app, async (context) => {
    const page = await context.newPage();
    await page.addInitScript(watchForFirstRow);
    const firstRowMs = await untilQuiet(page, async () => {
      await page.goto(app.url, { waitUntil: "commit" });
      const handle = await page.waitForFunction(() => window.benchFirstRowMs, undefined, { timeout: 60_000 });
      return (await handle.jsonValue()) ?? Number.NaN;
    });
    return { firstRowMs, nodes: await page.evaluate(countNodes) };
  });
}

declare global {
  interface Window {
    benchFirstRowMs?: number;
  }
}

/** Runs in the page: the second frame after the row came into the document is the one that shows it. */
function watchForFirstRow(): void {
  const row = '[role="table"][aria-label="Pipelines"] a[href^="/pipelines/"]';
  const observer = new MutationObserver(() => {
    if (document.querySelector(row) === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.benchFirstRowMs = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: elements, texts and comments. */
function countNodes(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
}
