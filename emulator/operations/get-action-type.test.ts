import { describe, expect, it } from "vitest";
import { actionTypes } from "../providers/action-type-catalogue";
import { SmallWorld } from "./testing/small-world";

const build = { category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" };

describe("GetActionType", () => {
  it("answers what an action of that type takes", () => {
    const { actionType } = new SmallWorld().ask<{ actionType: unknown }>("GetActionType", build);
    expect(actionType).toMatchObject({
      id: build,
      executor: { type: "JobWorker" },
      inputArtifactDetails: { minimumCount: 1, maximumCount: 5 },
      outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
      properties: expect.arrayContaining([
        { name: "ProjectName", optional: false, key: true, noEcho: false, queryable: false },
      ]),
      urls: { entityUrlTemplate: expect.stringContaining("{Config:ProjectName}") },
    });
  });

  it("does not echo secrets of a partner's type", () => {
    const gitHub = { category: "Source", owner: "ThirdParty", provider: "GitHub", version: "1" };
    const { actionType } = new SmallWorld().ask<{ actionType: unknown }>("GetActionType", gitHub);
    expect(actionType).toMatchObject({
      properties: expect.arrayContaining([expect.objectContaining({ name: "OAuthToken", noEcho: true })]),
    });
    expect(actionType).not.toHaveProperty("urls");
  });

  it("knows every type that ListActionTypes names", () => {
    const small = new SmallWorld();
    for (const { id } of actionTypes)
      expect(small.ask("GetActionType", id)).toMatchObject({ actionType: { id } });
  });

  it.each([
    [
      { provider: "Jenkins" },
      "ActionTypeNotFoundException: The action type (Category: 'Build', Owner: 'AWS'",
    ],
    [{ version: "2" }, "ActionTypeNotFoundException"],
    [{ owner: "Custom" }, "Member must satisfy regular expression pattern: AWS|ThirdParty"],
    [{ category: "Release" }, "Member must satisfy enum value set: [Source, Build"],
  ])("refuses %j", (change, words) => {
    expect(new SmallWorld().refusal("GetActionType", { ...build, ...change })).toContain(words);
  });
});
