import { setTimeout as delay } from "node:timers/promises";
import type { Page, Request } from "@playwright/test";

const QUIET_MS = 500;
const LOOK_MS = 20;

/**
 * Opens a page and waits until it is loaded and nothing was under way for half a second. The browser's own notion,
 * `networkidle`, would wait for the stream of changes to end, which it never does.
 */
export async function untilQuiet<T>(page: Page, open: () => Promise<T>): Promise<T> {
  const underWay = new Set<Request>();
  let quietSince = performance.now();
  const begin = (request: Request) => {
    if (new URL(request.url()).pathname !== "/api/live") underWay.add(request);
  };
  const end = (request: Request) => {
    if (underWay.delete(request)) quietSince = performance.now();
  };
  page.on("request", begin);
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  const opened = await open();
  await page.waitForLoadState("load");
  while (underWay.size > 0 || performance.now() - quietSince < QUIET_MS) await delay(LOOK_MS);
  page.off("request", begin);
  page.off("requestfinished", end);
  page.off("requestfailed", end);
  return opened;
}
