import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "./chromium";
import type { Outcome } from "./outcome";
import type { Step } from "./run-steps";
import { runTool } from "./run-tool";

/** The part of Playwright's JSON report that we read. */
export type BrowserReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

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

/** Counts the tests; a run that ends badly without a failed test, or without any test, counts as a failure. */
export function toOutcome(report: BrowserReport | undefined, code: number | null, output: string): Outcome {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const unexplained = unexpected + flaky === 0 && (code !== 0 || expected === 0);
  return {
    passed: expected,
    failed: unexpected + flaky + (unexplained ? 1 : 0),
    skipped,
    report: output.slice(-12_000),
  };
}
