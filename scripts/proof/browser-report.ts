import path from "node:path";
import type { Outcome } from "./outcome";

/** The parts of Playwright's JSON report that we read. */
export type BrowserReport = {
  stats: { expected: number; unexpected: number; skipped: number };
  suites?: BrowserSuite[];
};

type BrowserSuite = { suites?: BrowserSuite[]; specs?: BrowserSpec[] };
type BrowserSpec = { title: string; file: string; line: number; tests: BrowserTest[] };
type BrowserTest = { status: string; results: { errors?: { message?: string }[] }[] };

/** Lines of an error that say what was expected and what was there. */
const ERROR_LINES = 18;
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** More failed tests than these are no chance, and are not run again. */
const CHANCE = 10;

/** How a run of Playwright ended; without a report it did not come so far. */
export type BrowserRun = { report: BrowserReport | undefined; code: number | null; output: string };

/**
 * How Playwright runs again what failed, as the machine may have been busy with something else: in a world made anew, since
 * what the first try has pressed stays pressed. All of it where something was never run because something else failed. It is
 * recorded, which takes processor time that the first run has not. Undefined where nothing failed, or too much.
 */
export function secondRun({ report }: BrowserRun): string[] | undefined {
  const specs = specsIn(report);
  const failed = specs.filter(hasFailed).length;
  if (failed === 0 || failed > CHANCE) return undefined;
  return specs.every(wasRun) ? ["--last-failed", "--trace=on"] : ["--trace=on"];
}

/**
 * Counts the tests. One that failed and passed in the second run counts as passed, and is named with what it failed with; a
 * run that ends badly without a failed test, or without any test, counts as a failure.
 */
export function toOutcome(first: BrowserRun, second?: BrowserRun): Outcome {
  if (second === undefined) return counted(first);
  const failed = specsIn(first.report).filter(hasFailed);
  const passedNow = new Set(specsIn(second.report).filter(hasPassed).map(placeOf));
  const still = failed.filter((spec) => !passedNow.has(placeOf(spec)));
  const passed = failed.filter((spec) => passedNow.has(placeOf(spec)));
  if (!specsIn(first.report).every(wasRun)) return { ...counted(second), remarks: passed.map(toldTwice) };
  const { expected = 0, skipped = 0 } = first.report?.stats ?? {};
  return {
    passed: expected + passed.length,
    failed: still.length === 0 && second.code !== 0 ? 1 : still.length,
    skipped,
    report: [...still.map(told), second.output.slice(-4_000)].join("\n\n"),
    remarks: passed.map(toldTwice),
  };
}

function counted({ report, code, output }: BrowserRun): Outcome {
  const { expected = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  const unexplained = unexpected === 0 && (code !== 0 || expected === 0);
  return {
    passed: expected,
    failed: unexpected + (unexplained ? 1 : 0),
    skipped,
    report: [...specsIn(report).filter(hasFailed).map(told), output.slice(-4_000)].join("\n\n"),
    remarks: [],
  };
}

function specsIn(report: BrowserReport | undefined): BrowserSpec[] {
  return (report?.suites ?? []).flatMap(specsOf);
}

function specsOf(suite: BrowserSuite): BrowserSpec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function hasFailed({ tests }: BrowserSpec): boolean {
  return tests.some(({ status }) => status === "unexpected");
}

function hasPassed({ tests }: BrowserSpec): boolean {
  return tests.length > 0 && tests.every(({ status }) => status === "expected");
}

/** A test that is left out on purpose has a result, which says so. */
function wasRun({ tests }: BrowserSpec): boolean {
  return tests.every(({ results }) => results.length > 0);
}

function placeOf({ file, line, title }: BrowserSpec): string {
  return `${path.basename(file)}:${line} ${title}`;
}

function told(spec: BrowserSpec): string {
  const message = spec.tests
    .flatMap(({ results }) => results.flatMap(({ errors }) => errors ?? []))
    .map((error) => (error.message ?? "").replace(ESCAPES, "").split("\n").slice(0, ERROR_LINES).join("\n"))
    .at(0);
  return `${placeOf(spec)}\n${message ?? "(no error was recorded)"}`;
}

function toldTwice(spec: BrowserSpec): string {
  return `passed the second time: ${told(spec)}`;
}
