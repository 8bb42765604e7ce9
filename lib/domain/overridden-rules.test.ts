import { expect, test } from "vitest";
import type { RuleRun } from "./execution-detail";
import { markOverridden } from "./overridden-rules";
import { buildRun } from "./testing/build-run";
import { stage } from "./testing/line";

const at = (second: number) => new Date(Date.UTC(2026, 10, 21) + second * 1000).toISOString();
const rule = (condition: RuleRun["condition"], from: number, status = "Failed"): RuleRun => ({
  id: `${condition}-${from}`,
  name: "alarm",
  condition,
  attempt: 1,
  provider: "CloudWatchAlarm",
  standing: status,
  status,
  startedAt: at(from),
  endedAt: at(from + 1),
  configuration: [],
});
const action = (from: number) =>
  buildRun("deploy", at(from), at(from + 10), { id: `deploy-${from}`, category: "Deploy", provider: "ECS" });
const marks = (more: Partial<Parameters<typeof markOverridden>[1]>) =>
  markOverridden(["A", "B"], {
    executionId: "me",
    status: "InProgress",
    stages: [],
    actions: [],
    rules: [],
    ...more,
  }).map(({ run }) => run.overridden ?? false);
const inA = <Run>(run: Run) => ({ stage: "A", run });
const inB = <Run>(run: Run) => ({ stage: "B", run });

test("a rule in front of a stage whose actions ran after it all the same was overridden", () => {
  const rules = [inA(rule("beforeEntry", 0))];
  expect(marks({ rules, actions: [inA(action(60))] })).toEqual([true]);
  expect(marks({ rules })).toEqual([false]);
});

test("a rule behind a stage was overridden when the execution went on, or succeeded", () => {
  const rules = [inA(rule("onSuccess", 20))];
  expect(marks({ rules, actions: [inA(action(0)), inB(action(60))] })).toEqual([true]);
  expect(marks({ rules, status: "Succeeded" })).toEqual([true]);
  expect(marks({ rules, actions: [inA(action(60))] })).toEqual([false]);
});

test("only the last attempt of a rule was", () => {
  const rules = [inA(rule("onSuccess", 0)), inA(rule("onSuccess", 50))];
  expect(marks({ rules, status: "Succeeded" })).toEqual([false, true]);
});

test("rules that let it go on, and those on failure, were not", () => {
  const rules = [inA(rule("onSuccess", 0, "Succeeded")), inB(rule("onFailure", 0))];
  expect(marks({ rules, status: "Succeeded" })).toEqual([false, false]);
});

test("of the execution a stage ran last, the condition says it", () => {
  const of = (standing: string) =>
    marks({
      stages: [stage("A", { executionId: "me", onSuccess: { standing, rules: [] } })],
      rules: [inA(rule("onSuccess", 0))],
    });
  expect([of("Overridden"), of("Failed")]).toEqual([[true], [false]]);
});
