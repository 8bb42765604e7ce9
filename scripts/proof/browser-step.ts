import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserReport, toOutcome } from "./browser-report";
import { findChromium } from "./chromium";
import type { Step } from "./run-steps";
import { runTool } from "./run-tool";

/** Browser tests: Chromium against the production build and the emulator. */
export const browser: Step = {
  name: "browser (playwright)",
  run: async () => {
    const chromium = await findChromium();
    const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-report-"));
    const file = path.join(folder, "playwright.json");
    try {
      const { code, output } = await runTool("@playwright/test/cli.js", ["test", "--reporter=line,json"], {
        PIPEDECK_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      });
      const report: BrowserReport | undefined = existsSync(file)
        ? JSON.parse(readFileSync(file, "utf8"))
        : undefined;
      return toOutcome(report, code, output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
