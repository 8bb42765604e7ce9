import type { Browser, CDPSession } from "@playwright/test";
import { inFreshContext } from "../harness/browser";
import type { Session } from "../harness/session";
import { untilQuiet } from "../harness/until-quiet";

/** A script that a page fetched: bytes on the wire with headers, and whether the document names it. */
export type LoadedScript = { path: string; bytes: number; inDocument: boolean };

/**
 * Every script that Chromium fetches with an empty cache until the page is loaded and the network was quiet for half
 * a second, without a press or a scroll. A `nomodule` polyfill is not among them: no browser of ours fetches it.
 */
export function firstLoad(
  browser: Browser,
  page: { url: string; path: string; session?: Session },
): Promise<LoadedScript[]> {
  return inFreshContext(browser, page, async (context) => {
    const tab = await context.newPage();
    const seen = recordScripts(await context.newCDPSession(tab));
    await seen.ready;
    const response = await untilQuiet(tab, () => tab.goto(page.url + page.path));
    const html = (await response?.text()) ?? "";
    return seen.scripts().map(({ url, bytes }) => {
      const { pathname } = new URL(url);
      return { path: pathname, bytes, inDocument: html.includes(pathname) };
    });
  });
}

/** The bytes of all scripts together. */
export function totalBytes(scripts: readonly LoadedScript[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function recordScripts(cdp: CDPSession) {
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  cdp.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") urls.set(requestId, response.url);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.set(requestId, encodedDataLength);
  });
  return {
    ready: cdp.send("Network.enable"),
    scripts: () => [...urls].map(([id, url]) => ({ url, bytes: bytes.get(id) ?? 0 })),
  };
}
