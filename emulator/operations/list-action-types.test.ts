import { describe, expect, it } from "vitest";
import { SmallWorld } from "./testing/small-world";

interface Answer {
  actionTypes: Array<{
    id: { owner: string; provider: string };
    actionConfigurationProperties: Array<{ name: string; secret: boolean }>;
  }>;
}

describe("ListActionTypes", () => {
  it("answers what AWS offers, each type once", () => {
    const { actionTypes } = new SmallWorld().ask<Answer>("ListActionTypes", {});
    expect(new Set(actionTypes.map(({ id }) => JSON.stringify(id))).size).toBe(actionTypes.length);
    const s3 = actionTypes.find(({ id }) => id.provider === "S3");
    expect(s3).toMatchObject({
      id: { category: "Source", owner: "AWS", provider: "S3", version: "1" },
      settings: { entityUrlTemplate: "https://console.aws.amazon.com/s3/home?#" },
      inputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
      outputArtifactDetails: { minimumCount: 1, maximumCount: 1 },
    });
    expect(s3?.actionConfigurationProperties[0]).toEqual({
      name: "S3Bucket",
      required: true,
      key: true,
      secret: false,
      queryable: false,
    });
  });

  it("filters by owner", () => {
    const small = new SmallWorld();
    const { actionTypes } = small.ask<Answer>("ListActionTypes", {
      actionOwnerFilter: "ThirdParty",
      regionFilter: "us-east-1",
    });
    expect(new Set(actionTypes.map(({ id }) => id.owner))).toEqual(new Set(["ThirdParty"]));
    expect(small.ask("ListActionTypes", { actionOwnerFilter: "Custom" })).toEqual({ actionTypes: [] });
  });

  it("refuses a token that is none", () => {
    expect(new SmallWorld().refusal("ListActionTypes", { nextToken: "x" })).toContain(
      "InvalidNextTokenException",
    );
  });
});
