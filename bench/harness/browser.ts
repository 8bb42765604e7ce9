import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import type { Shutdown } from "../../scripts/processes/shutdown";
import { findChromium } from "../../scripts/proof/chromium";
import type { Session } from "../../scripts/testing/session";

/** Starts a Chromium that ends with the bench. */
export async function startBrowser(shutdown: Shutdown): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  shutdown.add(() => browser.close());
  return browser;
}

/** Runs `use` in a fresh context: an empty cache, and the session's cookies only. */
export async function inFreshContext<T>(
  browser: Browser,
  page: { url: string; session?: Session; options?: BrowserContextOptions },
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...page.options });
  try {
    const cookies = [...(page.session?.cookies ?? [])].map(([name, value]) => ({
      name,
      value,
      url: page.url,
    }));
    await context.addCookies(cookies);
    // What keeps the names of functions in a script that is compiled is not there when it runs in a page.
    await context.addInitScript({ content: "globalThis.__name ??= (it) => it;" });
    return await use(context);
  } finally {
    await context.close();
  }
}
