import type { BrowserContext, Page } from "@playwright/test";

/** Requests to our own routes, as the browser sends them. */
export type Requests = {
  /** How many streams of changes were begun. */
  streams: () => number;
  /** Paths of all requests, in their order. */
  paths: () => readonly string[];
};

/** Counts the requests of all pages of a context from now on. */
export function countRequests(context: BrowserContext): Requests {
  const paths: string[] = [];
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/")) paths.push(pathname);
  });
  return { streams: () => paths.filter((path) => path === "/api/live").length, paths: () => paths };
}

declare global {
  interface Window {
    benchHidden?: boolean;
  }
}

/** Lets `setHidden` work: a page that a program drives always counts as seen, whatever lies over it. */
export async function canBeHidden(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(document, "visibilityState", {
      get: () => (window.benchHidden ? "hidden" : "visible"),
    });
  });
}

/** Covers a page, or uncovers it. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((state) => {
    window.benchHidden = state;
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
}
