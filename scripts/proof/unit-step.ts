import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Outcome } from "./outcome";
import type { Step } from "./run-steps";
import { runTool } from "./run-tool";

/** The parts of vitest's JSON report that we read. */
export type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
};

/** Unit and integration tests, with a PostgreSQL of the run's own. */
export const unit = vitestStep("unit and integration (vitest)", []);

/** The tests that ask no server of ours. */
export const quickUnit = vitestStep("unit (vitest)", [
  "components",
  "emulator/engine",
  "emulator/operations",
  "emulator/shapes",
  "lib/domain",
  "lib/queries",
  "scripts/checks",
]);

function vitestStep(name: string, folders: readonly string[]): Step {
  const run = async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-report-"));
    const file = path.join(folder, "vitest.json");
    try {
      const args = ["run", "--silent", "--reporter=json", `--outputFile=${file}`, ...folders];
      const { code, output } = await runTool("vitest/vitest.mjs", args);
      return toOutcome(readReport(file), code, output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return { name, run };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Counts the tests; a file that cannot be loaded, an error outside any test, or no test at all counts as a failure. */
export function toOutcome(report: VitestReport | undefined, code: number | null, output: string): Outcome {
  if (!report) return { passed: 0, failed: 1, skipped: 0, report: output.slice(-6000) };
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailed),
  );
  const failed = report.numFailedTests + broken.length;
  const nothing = report.numPassedTests + failed === 0;
  const elsewhere = code !== 0 && failed === 0 && !nothing;
  const lines = [
    ...broken.map((file) => `${file.name}: ${file.message || "could not be loaded"}`),
    ...report.testResults.flatMap((file) =>
      file.assertionResults
        .filter(isFailed)
        .map(
          (test) =>
            `${file.name} > ${test.fullName}\n${(test.failureMessages ?? []).join("\n").slice(0, 3000)}`,
        ),
    ),
    ...(nothing ? ["No test was found."] : []),
    ...(elsewhere ? [output.slice(-6000)] : []),
  ];
  return {
    passed: report.numPassedTests,
    failed: failed + (nothing || elsewhere ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
    report: lines.join("\n\n"),
  };
}

function isFailed(test: { status: string }): boolean {
  return test.status === "failed";
}
