import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const arn = "arn:aws:codepipeline:eu-west-1:111122223333";

describe("ListTagsForResource", () => {
  it("answers every tag at once", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    const tags = Array.from({ length: 50 }, (_, index) => ({
      key: String(index).padStart(2, "0"),
      value: "v",
    }));
    small.ask("TagResource", { resourceArn: `${arn}:shop`, tags });
    expect(small.ask("ListTagsForResource", { resourceArn: `${arn}:shop`, maxResults: 1 })).toEqual({ tags });
  });

  it.each([
    ["ResourceNotFoundException", `${arn}:other`],
    ["ResourceNotFoundException", `${arn}:webhook:hook`],
    ["ResourceNotFoundException", `${arn}:actiontype:Custom/Build/Jenkins/1`],
    ["ResourceNotFoundException", "arn:aws:codepipeline:eu-west-1:444455556666:shop"],
    ["InvalidArnException", "arn:aws:codepipeline:us-east-1:111122223333:shop"],
    ["InvalidArnException", `${arn}:shop/Source`],
    ["InvalidArnException", `${arn}:queue:shop`],
    ["ValidationException", "arn:aws:s3:::bucket"],
  ])("answers %s for %s", (code, resourceArn) => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.refusal("ListTagsForResource", { resourceArn })).toContain(`${code}: `);
  });

  it("refuses any token, as it never gives one", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.refusal("ListTagsForResource", { resourceArn: `${arn}:shop`, nextToken: "x" })).toContain(
      "InvalidNextTokenException",
    );
  });
});
