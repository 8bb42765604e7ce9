import path from "node:path";
import type { Outcome } from "./outcome";

/** The parts of Playwright's JSON report that we read. */
export type BrowserReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites?: BrowserSuite[];
};

type BrowserSuite = { suites?: BrowserSuite[]; specs?: BrowserSpec[] };
type BrowserSpec = { title: string; file: string; line: number; tests: BrowserTest[] };
type BrowserTest = { status: string; results: { errors?: { message?: string }[] }[] };

/** Lines of an error that say what was expected and what was there. */
const ERROR_LINES = 18;
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/**
 * Counts the tests. One that failed and then passed by itself counts as passed, and is named with what it failed with;
 * a run that ends badly without a failed test, or without any test, counts as a failure.
 */
export function toOutcome(report: BrowserReport | undefined, code: number | null, output: string): Outcome {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const unexplained = unexpected === 0 && (code !== 0 || expected + flaky === 0);
  const specs = (report?.suites ?? []).flatMap(specsOf);
  return {
    passed: expected + flaky,
    failed: unexpected + (unexplained ? 1 : 0),
    skipped,
    report: [...told(specs, "unexpected"), output.slice(-4_000)].join("\n\n"),
    remarks: told(specs, "flaky").map((it) => `passed the second time: ${it}`),
  };
}

function specsOf(suite: BrowserSuite): BrowserSpec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function told(specs: BrowserSpec[], status: string): string[] {
  return specs
    .filter(({ tests }) => tests.some((test) => test.status === status))
    .map(({ title, file, line, tests }) => {
      const message = tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors ?? []))
        .map((error) =>
          (error.message ?? "").replace(ESCAPES, "").split("\n").slice(0, ERROR_LINES).join("\n"),
        )
        .at(0);
      return `${path.basename(file)}:${line} ${title}\n${message ?? "(no error was recorded)"}`;
    });
}
