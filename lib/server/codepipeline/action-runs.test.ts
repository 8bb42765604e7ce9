import { expect, test } from "vitest";
import { ActionRuns } from "./action-runs";
import type { AwsActionExecution } from "./list-action-executions";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 9, minute));
const run = (
  stageName: string,
  actionName: string,
  ends: number,
  more: Partial<AwsActionExecution> = {},
): AwsActionExecution => ({
  pipelineExecutionId: "e1",
  stageName,
  actionName,
  status: "Succeeded",
  startTime: at(ends - 1),
  lastUpdateTime: at(ends),
  ...more,
});

test("a stage ended with its last action, and has not while one of them runs", () => {
  const runs = new ActionRuns([
    run("Build", "compile", 4),
    run("Build", "lint", 9),
    run("Build", "compile", 6, { status: "Failed", startTime: at(0) }),
    run("Prod", "deploy", 12, { status: "InProgress" }),
    run("Prod", "migrate", 11),
    run("Build", "lint", 30, { pipelineExecutionId: "e2" }),
  ]);
  expect([...runs.endsOf("e1")]).toEqual([["Build", at(9).toISOString()]]);
  expect([...runs.endsOf("e2")]).toEqual([["Build", at(30).toISOString()]]);
  expect([...runs.endsOf("e3")]).toEqual([]);
});
