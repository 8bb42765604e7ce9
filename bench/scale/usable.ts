import type { Browser, Page } from "@playwright/test";
import type { Application } from "../harness/application";
import { inFreshContext } from "../harness/browser";

/**
 * Milliseconds from the start of the navigation until rows are there and the filter box answers what is typed; then,
 * everything shown again and a garbage collection made, the nodes of the document and the heap in MB (1,000,000 bytes).
 */
export type Usable = { usableMs: number; nodes: number; heapMb: number };

/** Loads the overview with an empty cache and types into its filter as soon as there is a row. */
export function usable(browser: Browser, app: Application): Promise<Usable> {
  return inFreshContext(browser, app, async (context) => {
    const page = await context.newPage();
    await page.addInitScript(watchForUsable);
    await page.goto(app.url, { waitUntil: "commit" });
    const handle = await page.waitForFunction(() => window.benchUsableMs, undefined, { timeout: 120_000 });
    const usableMs = (await handle.jsonValue()) ?? Number.NaN;
    await page.getByRole("combobox", { name: "Filter pipelines" }).fill("");
    await page.getByRole("row").nth(10).waitFor();
    return { usableMs, ...(await settled(page)) };
  });
}

async function settled(page: Page): Promise<Omit<Usable, "usableMs">> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((it) => it.name === name)?.value ?? Number.NaN;
  return { nodes: metric("Nodes"), heapMb: metric("JSHeapUsedSize") / 1_000_000 };
}

declare global {
  interface Window {
    benchUsableMs?: number;
  }
}

/**
 * Runs in the page: with the first row, as soon as React listens to the box, it types a text that no pipeline has, as a
 * person does: once (again after a while, should the first have come too early to be heard, since each letter makes the
 * filter wait for the next). The second frame after the last row has gone shows the answer.
 */
function watchForUsable(): void {
  const row = '[role="table"][aria-label="Pipelines"] a[href^="/pipelines/"]';
  const box = 'input[aria-label="Filter pipelines"]';
  const everyMs = 1000;
  let typed = false;
  let typedAt = Number.NEGATIVE_INFINITY;
  const isHeard = (input: HTMLInputElement) =>
    Object.keys(input).some((key) => key.startsWith("__reactProps"));
  const type = () => {
    const input = document.querySelector<HTMLInputElement>(box);
    if (input === null || !isHeard(input) || performance.now() - typedAt < everyMs) return;
    typedAt = performance.now();
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    set?.call(input, typed ? "zzzz" : "zzz");
    typed = !typed;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const timer = setInterval(() => {
    if (document.querySelector(row) !== null) type();
  }, 10);
  let seen = false;
  const observer = new MutationObserver(() => {
    const there = document.querySelector(row) !== null;
    seen ||= there;
    if (!seen || there) return;
    observer.disconnect();
    clearInterval(timer);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.benchUsableMs = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}
