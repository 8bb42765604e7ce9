import type { Page } from "@playwright/test";

/** What the browser itself noted, in ms: the longest event of each interaction, and every task over 50 ms. */
export type Observed = { interactions: number[]; longTasks: number[] };

declare global {
  interface Window {
    benchObserved?: { interactions: Record<number, number>; longTasks: number[] };
  }
}

/** Has every document of the page note its interactions and long tasks from its start. */
export async function observe(page: Page): Promise<void> {
  await page.addInitScript(startObserving);
}

/** What was noted since the last time this was asked. */
export async function takeObserved(page: Page): Promise<Observed> {
  // What happened just now is told with a later frame.
  await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
  return page.evaluate(() => {
    const seen = window.benchObserved ?? { interactions: {}, longTasks: [] };
    const taken = { interactions: Object.values(seen.interactions), longTasks: seen.longTasks };
    seen.interactions = {};
    seen.longTasks = [];
    return taken;
  });
}

/** Runs in the page. Like Interaction to Next Paint: an interaction is as long as the longest of its events. */
function startObserving(): void {
  const seen: NonNullable<Window["benchObserved"]> = { interactions: {}, longTasks: [] };
  window.benchObserved = seen;
  // 16 ms is the least that a browser tells; that shorter ones are missing makes no percentile lower.
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: "event",
    durationThreshold: 16,
    buffered: true,
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id = "interactionId" in entry ? Number(entry.interactionId) : 0;
      if (id > 0) seen.interactions[id] = Math.max(seen.interactions[id] ?? 0, entry.duration);
    }
  }).observe(events);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}
