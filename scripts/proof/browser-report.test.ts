import { expect, it } from "vitest";
import { type BrowserReport, type BrowserRun, secondRun, toOutcome } from "./browser-report";

const failure = { errors: [{ message: "\u001b[31mexpected 3\u001b[39m\nreceived 4" }] };
const RESULTS = { expected: [{ errors: [] }], unexpected: [failure], skipped: [{}], "never run": [] };

/** A run of the tests `adds0`, `adds1` and so on, which ended so. */
function run(...statuses: (keyof typeof RESULTS)[]): BrowserRun {
  const specs = statuses.map((status, at) => {
    const test = { status: status === "never run" ? "skipped" : status, results: RESULTS[status] };
    return { title: `adds${at}`, file: "e2e/sum.spec.ts", line: at, tests: [test] };
  });
  const count = (status: string) => specs.filter(({ tests }) => tests[0]?.status === status).length;
  const stats = { expected: count("expected"), unexpected: count("unexpected"), skipped: count("skipped") };
  const report: BrowserReport = { stats, suites: [{ specs: [], suites: [{ specs }] }] };
  return { report, code: stats.unexpected > 0 ? 1 : 0, output: "lines" };
}

it("a bad end without a failed test, no test and no report are failures", () => {
  expect(toOutcome(run("expected", "expected"))).toMatchObject({ passed: 2, failed: 0, remarks: [] });
  expect(toOutcome({ ...run("expected"), code: 1 })).toMatchObject({ failed: 1 });
  expect(toOutcome(run())).toMatchObject({ failed: 1 });
  const crash = { report: undefined, code: 1, output: "crash" };
  expect(toOutcome(crash)).toMatchObject({ failed: 1, report: "crash" });
  expect(secondRun(crash)).toBeUndefined();
});

it("a failed test is told first, by its place and what it says", () => {
  const outcome = toOutcome(run("expected", "unexpected", "skipped"));
  expect(outcome).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(outcome.report).toBe("sum.spec.ts:1 adds1\nexpected 3\nreceived 4\n\nlines");
});

it("a test that passes in the second run counts as passed, and is named with what it failed with", () => {
  const first = run("expected", "unexpected", "unexpected");
  expect(secondRun(first)).toEqual(["--last-failed", "--trace=on"]);
  const outcome = toOutcome(first, run("expected", "expected", "unexpected"));
  expect(outcome).toMatchObject({ passed: 2, failed: 1 });
  expect(outcome.remarks).toEqual(["passed the second time: sum.spec.ts:1 adds1\nexpected 3\nreceived 4"]);
  expect(outcome.report).toBe("sum.spec.ts:2 adds2\nexpected 3\nreceived 4\n\nlines");
});

it("a second run that ends badly although what had failed passed is a failure", () => {
  const first = run("expected", "unexpected");
  expect(toOutcome(first, run("expected", "expected"))).toMatchObject({ passed: 2, failed: 0 });
  const bad = { ...run("expected", "expected"), code: 1 };
  expect(toOutcome(first, bad)).toMatchObject({ passed: 2, failed: 1 });
});

it("a test that is not in the second run has not passed", () => {
  const crash = { report: undefined, code: 1, output: "crash" };
  expect(toOutcome(run("expected", "unexpected"), crash)).toMatchObject({
    passed: 1,
    failed: 1,
    remarks: [],
  });
});

it("what was never run, because something else failed, is run with all the others", () => {
  const first = run("unexpected", "never run", "skipped");
  expect(secondRun(first)).toEqual(["--trace=on"]);
  const outcome = toOutcome(first, run("expected", "unexpected", "skipped"));
  expect(outcome).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(outcome.remarks).toHaveLength(1);
});

it("nothing is run again where nothing failed, or more than chance explains", () => {
  expect(secondRun(run("expected", "skipped"))).toBeUndefined();
  expect(secondRun(run(...Array.from({ length: 11 }, () => "unexpected" as const)))).toBeUndefined();
});
