import { expect, test } from "vitest";
import { stageFaults } from "./stage-faults";
import { action, stage } from "./testing/line";

test("failed actions are told with code, message and where to read on", () => {
  const failed = action("deploy-eu", {
    standing: "Failed",
    provider: "CloudFormation",
    summary: "rolled back",
    error: { code: "ActionExecutionFailed", message: "3 of 6 tasks failed" },
    externalExecutionUrl: "https://example.com/run",
  });
  expect(stageFaults(stage("Prod", { actions: [action("ok"), failed] }))).toEqual([
    {
      name: "deploy-eu",
      rule: false,
      provider: "CloudFormation",
      code: "ActionExecutionFailed",
      message: "3 of 6 tasks failed",
      externalUrl: "https://example.com/run",
    },
  ]);
});

test("what AWS calls no error is told by its summary, or by its name alone", () => {
  const actions = [
    action("a", { standing: "Failed", summary: "no" }),
    action("b", { standing: "Abandoned", provider: "" }),
  ];
  expect(stageFaults(stage("Prod", { actions }))).toEqual([
    { name: "a", rule: false, provider: "CodeBuild", message: "no" },
    { name: "b", rule: false },
  ]);
});

test("where no action failed the rules of the condition that stopped it are told, and no others", () => {
  const rules = [
    { name: "alarm", standing: "Failed", summary: "ALARM", provider: "CloudWatchAlarm" },
    { name: "window", standing: "Succeeded" },
  ];
  const held = stage("Prod", {
    standing: "Failed",
    beforeEntry: { standing: "Failed", rules },
    onFailure: { standing: "Failed", rules },
  });
  expect(stageFaults(held)).toEqual([
    { name: "alarm", rule: true, provider: "CloudWatchAlarm", message: "ALARM" },
  ]);
  expect(stageFaults(stage("Prod", { standing: "Failed" }))).toEqual([]);
});
