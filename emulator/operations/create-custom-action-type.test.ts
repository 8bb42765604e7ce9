import { describe, expect, it } from "vitest";
import { action, pipelineOf, stage } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";
import { madeShop, makeId, makeType } from "./testing/worker";

const arn = "arn:aws:codepipeline:eu-west-1:111122223333:actiontype:Custom/Build/Make/1";

describe("CreateCustomActionType", () => {
  it("answers the type as ListActionTypes shows it from then on, in that account and region alone", () => {
    const small = new SmallWorld();
    const { actionType } = small.ask<{ actionType: unknown }>("CreateCustomActionType", makeType);
    expect(actionType).toEqual({
      id: makeId,
      settings: makeType.settings,
      actionConfigurationProperties: [
        makeType.configurationProperties[0],
        { ...makeType.configurationProperties[1], queryable: false },
      ],
      inputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
      outputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
    });
    const own = { actionOwnerFilter: "Custom" };
    expect(small.ask("ListActionTypes", own)).toEqual({ actionTypes: [actionType] });
    expect(small.ask("ListActionTypes", own, { region: "us-east-1" })).toEqual({ actionTypes: [] });
    expect(small.ask("ListActionTypes", own, { account: "222233334444" })).toEqual({ actionTypes: [] });
    expect(small.ask("ListActionTypes", { ...own, regionFilter: "us-east-1" })).toEqual({ actionTypes: [] });
  });

  it("keeps tags, which can be changed by its ARN", () => {
    const small = new SmallWorld();
    const tags = [{ key: "team", value: "web" }];
    expect(small.ask("CreateCustomActionType", { ...makeType, tags })).toMatchObject({ tags });
    small.ask("TagResource", { resourceArn: arn, tags: [{ key: "tier", value: "1" }] });
    small.ask("UntagResource", { resourceArn: arn.replace("actiontype", "actionType"), tagKeys: ["team"] });
    expect(small.ask("ListTagsForResource", { resourceArn: arn })).toEqual({
      tags: [{ key: "tier", value: "1" }],
    });
    expect(small.refusal("ListTagsForResource", { resourceArn: arn.replace("Custom", "AWS") })).toContain(
      "ResourceNotFoundException",
    );
  });

  it.each([
    [{ inputArtifactDetails: { minimumCount: 2, maximumCount: 1 } }, "minimum count of input artifacts, 2,"],
    [
      { configurationProperties: [0, 1].map(() => makeType.configurationProperties[1]) },
      "'Password' is given more than once",
    ],
    [
      {
        configurationProperties: ["A", "B"].map((name) => ({
          ...makeType.configurationProperties[0],
          name,
        })),
      },
      "one queryable configuration property at most",
    ],
    [
      { configurationProperties: [{ ...makeType.configurationProperties[1], queryable: true }] },
      "'Password' must be required and not secret",
    ],
    [
      { settings: { entityUrlTemplate: "https://make.example/{Config:Password}" } },
      "The entityUrlTemplate refers to 'Password'",
    ],
    [{ version: "1.0" }, "Value at 'version' failed to satisfy constraint"],
  ])("refuses %j", (change, words) => {
    const refusal = new SmallWorld().refusal("CreateCustomActionType", { ...makeType, ...change });
    expect(refusal).toContain("ValidationException");
    expect(refusal).toContain(words);
  });

  it("refuses a type that is there and the 51st", () => {
    const small = new SmallWorld();
    small.ask("CreateCustomActionType", makeType);
    expect(small.refusal("CreateCustomActionType", makeType)).toBe(
      "ValidationException: The custom action type (Category: 'Build', Provider: 'Make', Version: '1') already exists",
    );
    for (let version = 2; version <= 50; version += 1)
      small.ask("CreateCustomActionType", { ...makeType, version: String(version) });
    expect(small.refusal("CreateCustomActionType", { ...makeType, version: "51" })).toContain(
      "LimitExceededException: Account '111122223333' has 50 custom action types in Region eu-west-1",
    );
  });

  it("has the actions of pipelines checked against the type, their secrets masked and their pages linked", () => {
    const small = new SmallWorld();
    small.ask("CreateCustomActionType", makeType);
    small.create(madeShop());
    expect(small.ask("GetPipeline", { name: "shop" })).toMatchObject({
      pipeline: {
        stages: [{}, { actions: [{ configuration: { Project: "shop", Password: "****" } }] }],
      },
    });
    expect(small.action("shop", "Make", "Go")).toMatchObject({ entityUrl: "https://make.example/shop" });
    const asked = (configuration: Record<string, string>, inputs: string[] = []) =>
      small.refusal("CreatePipeline", {
        pipeline: pipelineOf("other", [
          stage("Make", [action("Build/Make", "Go", { owner: "Custom", configuration, inputs })]),
        ]),
      });
    expect(asked({})).toContain("is missing required configuration 'Project'");
    expect(asked({ Project: "not one word" })).toContain("'Project' of action 'Go' is queryable");
    expect(asked({ Project: "shop" }, ["src", "src"])).toContain("has 2 input artifacts; Make takes 0 to 1");
  });
});
