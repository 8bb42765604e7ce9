import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const resourceArn = "arn:aws:codepipeline:eu-west-1:111122223333:shop";

describe("UntagResource", () => {
  it("removes tags and passes over keys that are not there", () => {
    const small = new SmallWorld();
    const tags = [
      { key: "team", value: "a" },
      { key: "cost", value: "b" },
    ];
    small.ask("CreatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]), tags });
    expect(small.ask("UntagResource", { resourceArn, tagKeys: ["team", "unknown"] })).toEqual({});
    expect(small.ask("ListTagsForResource", { resourceArn })).toEqual({
      tags: [{ key: "cost", value: "b" }],
    });
  });

  it("refuses system keys", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.refusal("UntagResource", { resourceArn, tagKeys: ["aws:team"] })).toContain(
      "InvalidTagsException",
    );
  });
});
