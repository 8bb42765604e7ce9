import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

describe("GetPipeline", () => {
  it("answers the newest version with its metadata, or an older one", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Old", [task("Go")])]));
    small.pass(1234);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("New", [task("Go")])]) });
    expect(small.ask("GetPipeline", { name: "shop" })).toMatchObject({
      pipeline: { version: 2, stages: [{ name: "Source" }, { name: "New" }] },
      metadata: {
        pipelineArn: "arn:aws:codepipeline:eu-west-1:111122223333:shop",
        created: worldStart / 1000,
        updated: worldStart / 1000 + 1.234,
      },
    });
    expect(small.ask("GetPipeline", { name: "shop", version: 1 })).toMatchObject({
      pipeline: { version: 1, stages: [{ name: "Source" }, { name: "Old" }] },
    });
  });

  it("refuses names and versions that do not exist", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.refusal("GetPipeline", { name: "other" })).toBe(
      "PipelineNotFoundException: Account '111122223333' does not have a pipeline with name 'other'",
    );
    expect(small.refusal("GetPipeline", { name: "shop", version: 2 })).toBe(
      "PipelineVersionNotFoundException: Pipeline 'shop' does not have a version with number '2'",
    );
  });
});
