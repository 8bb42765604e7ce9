import { expect, it } from "vitest";
import { toOutcome } from "./browser-report";

const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };

function suites(status: string) {
  const results = [{ errors: [{ message: "\u001b[31mexpected 3\u001b[39m\nreceived 4" }] }, { errors: [] }];
  const spec = { title: "adds", file: "e2e/sum.spec.ts", line: 7, tests: [{ status, results }] };
  return [{ specs: [], suites: [{ specs: [spec] }] }];
}

it("a bad end without a failed test, no test and no report are failures", () => {
  expect(toOutcome({ stats }, 0, "")).toMatchObject({ passed: 2, failed: 0, remarks: [] });
  expect(toOutcome({ stats }, 1, "")).toMatchObject({ failed: 1 });
  expect(toOutcome({ stats: { ...stats, expected: 0 } }, 0, "")).toMatchObject({ failed: 1 });
  expect(toOutcome(undefined, 1, "crash")).toMatchObject({ failed: 1, report: "crash" });
});

it("a failed test is told first, by its place and what it says", () => {
  const outcome = toOutcome({ stats: { ...stats, unexpected: 1 }, suites: suites("unexpected") }, 1, "lines");
  expect(outcome).toMatchObject({ passed: 2, failed: 1 });
  expect(outcome.report).toBe("sum.spec.ts:7 adds\nexpected 3\nreceived 4\n\nlines");
});

it("a test that passed the second time counts as passed, and is named with what it failed with", () => {
  const outcome = toOutcome({ stats: { ...stats, flaky: 1 }, suites: suites("flaky") }, 0, "lines");
  expect(outcome).toMatchObject({
    passed: 3,
    failed: 0,
    remarks: ["passed the second time: sum.spec.ts:7 adds\nexpected 3\nreceived 4"],
  });
});
