import { describe, expect, it } from "vitest";
import { skillId, skillType } from "./testing/partner";
import { SmallWorld } from "./testing/small-world";

describe("UpdateActionType", () => {
  it("replaces what GetActionType and ListActionTypes tell about a partner's type, for all accounts of the region", () => {
    const small = new SmallWorld();
    expect(small.ask("UpdateActionType", { actionType: skillType })).toBeUndefined();
    expect(small.ask("GetActionType", skillId, { account: "222233334444" })).toEqual({
      actionType: skillType,
    });
    const { actionTypes } = small.ask<{ actionTypes: unknown[] }>("ListActionTypes", {
      actionOwnerFilter: "ThirdParty",
    });
    expect(actionTypes).toContainEqual({
      id: skillId,
      settings: { entityUrlTemplate: "https://skills.example/{Config:SkillId}" },
      actionConfigurationProperties: [
        { name: "SkillId", required: true, key: true, secret: false, queryable: false },
        { name: "Token", required: true, key: false, secret: true, queryable: false },
      ],
      inputArtifactDetails: { minimumCount: 1, maximumCount: 1 },
      outputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
    });
    expect(small.ask("GetActionType", skillId, { region: "us-east-1" })).not.toEqual({
      actionType: skillType,
    });
  });

  it("takes a Lambda function as executor, which the emulator's model stands in for", () => {
    const small = new SmallWorld();
    const lambdaFunctionArn = "arn:aws:lambda:eu-west-1:999900001111:function:skills";
    const executor = {
      type: "Lambda",
      configuration: { lambdaExecutorConfiguration: { lambdaFunctionArn } },
    };
    small.ask("UpdateActionType", { actionType: { ...skillType, executor } });
    expect(small.refusal("PollForThirdPartyJobs", { actionTypeId: skillId })).toContain(
      "ActionTypeNotFoundException",
    );
  });

  it.each([
    [{ id: { ...skillId, provider: "Nothing" } }, "ActionTypeNotFoundException: The action type"],
    [{ id: { ...skillId, version: "2" } }, "ActionTypeNotFoundException: The action type"],
    [
      { id: { category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" } },
      "RequestFailedException: The action type 'CodeBuild' is AWS's own",
    ],
    [
      { executor: { ...skillType.executor, type: "Lambda" } },
      "ValidationException: The executor of type Lambda must have the configuration of that type",
    ],
    [{ executor: { type: "JobWorker" } }, "Value at 'actionType.executor.configuration' failed"],
  ])("refuses %j", (change, words) => {
    const actionType = { ...skillType, ...change };
    expect(new SmallWorld().refusal("UpdateActionType", { actionType })).toContain(words);
  });
});
