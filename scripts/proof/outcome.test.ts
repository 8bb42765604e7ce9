import { expect, it } from "vitest";
import { summary, verdict } from "./outcome";
import { toOutcome, type VitestReport } from "./unit-step";

const report = (changes: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
});

it("the last line counts everything, and names what was skipped only if something was", () => {
  expect(summary([verdict(true, ""), toOutcome(report({}), 0, "")])).toBe("4 passed, 0 failed");
  const skipping = toOutcome(report({ numPendingTests: 1, numTodoTests: 1 }), 0, "");
  expect(summary([skipping, verdict(false, "x")])).toBe("3 passed, 1 failed, 2 skipped");
});

it("a test file that cannot be loaded, an error outside a test, no report and no test at all are failures", () => {
  const broken = { name: "a.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  expect(toOutcome(report({ testResults: [broken] }), 1, "")).toMatchObject({
    failed: 1,
    report: "a.test.ts: no such module",
  });
  expect(toOutcome(report({}), 1, "unhandled")).toMatchObject({ passed: 3, failed: 1, report: "unhandled" });
  expect(toOutcome(undefined, 1, "crash")).toMatchObject({ failed: 1, report: "crash" });
  expect(toOutcome(report({ numPassedTests: 0 }), 0, "")).toMatchObject({
    failed: 1,
    report: "No test was found.",
  });
});

it("of a failed test the message is shown", () => {
  const failed = { fullName: "adds", status: "failed", failureMessages: ["expected 3"] };
  const file = { name: "a.test.ts", status: "failed", assertionResults: [failed] };
  expect(toOutcome(report({ numFailedTests: 1, testResults: [file] }), 1, "")).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
    report: "a.test.ts > adds\nexpected 3",
  });
});
