import { expect, test } from "vitest";
import { toVariableUses } from "./to-variable-uses";

const type = { category: "Deploy" as const, owner: "AWS" as const, provider: "ECS", version: "1" };

test("uses are found in configuration, environment, commands and rules, withheld or not", () => {
  const uses = toVariableUses({
    pipeline: {
      name: "shop",
      roleArn: "arn",
      stages: [
        {
          name: "Prod",
          actions: [
            {
              name: "deploy",
              actionTypeId: type,
              configuration: { ParameterOverrides: '{"Tag":"#{Build.tag}","Pw":"hunter2"}' },
              environmentVariables: [{ name: "COLOR", value: "#{variables.color}" }],
              commands: ["echo #{Build.tag}"],
            },
          ],
          onSuccess: {
            conditions: [
              {
                rules: [
                  {
                    name: "check",
                    ruleTypeId: { category: "Rule", provider: "VariableCheck" },
                    configuration: { Variable: "#{Build.tag}" },
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  });
  expect(uses).toEqual([
    { variable: "Build.tag", stage: "Prod", action: "deploy", key: "ParameterOverrides" },
    { variable: "variables.color", stage: "Prod", action: "deploy", key: "$COLOR" },
    { variable: "Build.tag", stage: "Prod", action: "deploy", key: "commands" },
    { variable: "Build.tag", stage: "Prod", action: "check", key: "Variable", rule: true },
  ]);
  expect(JSON.stringify(uses)).not.toContain("hunter2");
});

test("a declaration of nothing uses nothing", () => {
  expect(toVariableUses({})).toEqual([]);
});
