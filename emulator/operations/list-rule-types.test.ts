import { describe, expect, it } from "vitest";
import { SmallWorld } from "./testing/small-world";

interface Answer {
  ruleTypes: Array<{ id: { provider: string } }>;
}

describe("ListRuleTypes", () => {
  it("answers the rule types that conditions may use", () => {
    const { ruleTypes } = new SmallWorld().ask<Answer>("ListRuleTypes", {});
    expect(ruleTypes.map(({ id }) => id.provider)).toEqual([
      "CloudWatchAlarm",
      "CodeBuild",
      "Commands",
      "DeploymentWindow",
      "LambdaInvoke",
      "VariableCheck",
    ]);
    expect(ruleTypes[3]).toEqual({
      id: { category: "Rule", owner: "AWS", provider: "DeploymentWindow", version: "1" },
      ruleConfigurationProperties: [
        { name: "Cron", required: true, key: true, secret: false, queryable: false, type: "String" },
        { name: "TimeZone", required: false, key: false, secret: false, queryable: false, type: "String" },
      ],
      inputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
    });
  });

  it("is the same for every region and for AWS as owner", () => {
    const small = new SmallWorld();
    const all = small.ask<Answer>("ListRuleTypes", {});
    expect(small.ask("ListRuleTypes", { ruleOwnerFilter: "AWS", regionFilter: "us-east-1" })).toEqual(all);
  });

  it.each([
    [{ ruleOwnerFilter: "Custom" }, "Member must satisfy enum value set: [AWS]"],
    [{ regionFilter: "eu" }, "Member must have length greater than or equal to 4"],
  ])("refuses %j", (body, words) => {
    expect(new SmallWorld().refusal("ListRuleTypes", body)).toContain(words);
  });
});
