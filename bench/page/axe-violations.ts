import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions } from "@playwright/test";
import type { Session } from "../../scripts/testing/session";
import { inFreshContext } from "../harness/browser";
import { untilQuiet } from "../harness/until-quiet";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong by its usual rules on a page in a theme, one line a rule with the places. */
export function axeViolations(
  browser: Browser,
  { url, path, session }: { url: string; path: string; session?: Session },
  theme: "light" | "dark",
): Promise<string[]> {
  const options: BrowserContextOptions = { colorScheme: theme, reducedMotion: "reduce" };
  return inFreshContext(browser, { url, session, options }, async (context) => {
    const page = await context.newPage();
    await untilQuiet(page, () => page.goto(url + path));
    // Evaluated by the debugger, which the page's security policy does not hold back.
    await page.evaluate(source);
    const found = await page.evaluate(async () => (await window.axe.run()).violations);
    return found.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join("; ")})`,
    );
  });
}

declare global {
  interface Window {
    axe: typeof import("axe-core");
  }
}
