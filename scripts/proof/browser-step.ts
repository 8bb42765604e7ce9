import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserRun, secondRun, toOutcome } from "./browser-report";
import { findChromium } from "./chromium";
import type { Step } from "./run-steps";
import { runTool } from "./run-tool";

/** Browser tests: Chromium against the production build and the emulator. What fails is run a second time, and told. */
export const browser: Step = {
  name: "browser (playwright)",
  run: async () => {
    const chromium = await findChromium();
    const first = await runBrowser(chromium, []);
    const again = secondRun(first);
    return toOutcome(first, again && (await runBrowser(chromium, again)));
  },
};

async function runBrowser(chromium: string, args: string[]): Promise<BrowserRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-report-"));
  const file = path.join(folder, "playwright.json");
  try {
    const { code, output } = await runTool(
      "@playwright/test/cli.js",
      ["test", "--reporter=line,json", ...args],
      { PIPEDECK_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    );
    return { report: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined, code, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
