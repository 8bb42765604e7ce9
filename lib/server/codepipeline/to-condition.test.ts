import type { RuleDeclaration } from "@aws-sdk/client-codepipeline";
import { expect, it } from "vitest";
import { toCondition } from "./to-condition";

const since = new Date("2025-11-20T09:00:30.000Z");
const declared: RuleDeclaration = {
  name: "hours",
  ruleTypeId: { category: "Rule", owner: "AWS", provider: "DeploymentWindow", version: "1" },
  configuration: { Cron: "* * 9-17 ? * MON-FRI *", TimeZone: "America/New_York" },
  timeoutInMinutes: 60,
};
const ruleOf = (status: "InProgress" | "Succeeded", rule: RuleDeclaration = declared) =>
  toCondition(
    {
      latestExecution: { status },
      conditionStates: [
        { ruleStates: [{ ruleName: rule.name, latestExecution: { status, lastStatusChange: since } }] },
      ],
    },
    [{ result: "FAIL", rules: [rule] }],
  )?.rules[0];

it("a rule at work has an end by its timeout, and an opening by its window", () => {
  expect(ruleOf("InProgress")).toMatchObject({
    endsBy: "2025-11-20T10:00:30.000Z",
    opensAt: "2025-11-20T14:00:00.000Z",
  });
});

it("a rule that has ended has neither", () => {
  expect(Object.keys(ruleOf("Succeeded") ?? {})).not.toEqual(expect.arrayContaining(["endsBy"]));
  expect(Object.keys(ruleOf("Succeeded") ?? {})).not.toEqual(expect.arrayContaining(["opensAt"]));
});

it("only a deployment window opens", () => {
  const ruleTypeId = { category: "Rule", owner: "AWS", provider: "LambdaInvoke", version: "1" } as const;
  expect(ruleOf("InProgress", { ...declared, ruleTypeId })?.opensAt).toBeUndefined();
});
