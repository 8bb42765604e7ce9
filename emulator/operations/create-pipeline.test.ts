import { describe, expect, it } from "vitest";
import { action, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

const run = stage("Run", [task("Go")]);

describe("CreatePipeline", () => {
  it("answers version 1 with the defaults written out, and tags", () => {
    const small = new SmallWorld();
    const pipeline = pipelineOf("shop", [stage("Gate", [action("Approval/Manual", "Ask")])], { version: 7 });
    const tags = [
      { key: "team", value: "shop" },
      { key: "cost", value: "" },
    ];
    const gate = { name: "Ask", runOrder: 1, configuration: {}, inputArtifacts: [], outputArtifacts: [] };
    expect(small.ask("CreatePipeline", { pipeline, tags })).toMatchObject({
      pipeline: {
        name: "shop",
        version: 1,
        executionMode: "SUPERSEDED",
        pipelineType: "V1",
        stages: [{ name: "Source" }, { name: "Gate", actions: [gate] }],
      },
      tags: [
        { key: "cost", value: "" },
        { key: "team", value: "shop" },
      ],
    });
  });

  it("starts the first execution in the caller's name", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [run]));
    expect(small.executions("shop")).toMatchObject([
      {
        status: "InProgress",
        startTime: worldStart / 1000,
        trigger: { triggerType: "CreatePipeline", triggerDetail: small.ctx.principalArn },
      },
    ]);
  });

  it("records the first execution as Failed when a variable has no value", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [run], { variables: [{ name: "Target" }] }));
    expect(small.executions("shop")[0]?.status).toBe("Failed");
  });

  it.each([
    ["QUEUED", pipelineOf("shop", [run], { executionMode: "QUEUED" })],
    ["PARALLEL", pipelineOf("shop", [run], { executionMode: "PARALLEL", pipelineType: "V1" })],
    ["variables", pipelineOf("shop", [run], { variables: [{ name: "V", defaultValue: "1" }] })],
    ["conditions", pipelineOf("shop", [{ ...run, onFailure: { result: "ROLLBACK" } }])],
    [
      "Commands",
      pipelineOf("shop", [
        stage("Run", [action("Compute/Commands", "Sh", { inputs: ["src"], commands: ["ls"] })]),
      ]),
    ],
    ["the wish", pipelineOf("shop", [run], { pipelineType: "V2" })],
  ])("makes the pipeline V2 for %s", (_feature, pipeline) => {
    expect(new SmallWorld().ask("CreatePipeline", { pipeline })).toMatchObject({
      pipeline: { pipelineType: "V2" },
    });
  });

  it("refuses a name in use, in the same account and region only", () => {
    const small = new SmallWorld();
    const pipeline = pipelineOf("shop", [run]);
    small.create(pipeline);
    expect(small.refusal("CreatePipeline", { pipeline })).toBe(
      "PipelineNameInUseException: A pipeline with the name 'shop' already exists in account '111122223333'",
    );
    expect(() => small.ask("CreatePipeline", { pipeline }, { region: "us-east-1" })).not.toThrow();
    expect(() => small.ask("CreatePipeline", { pipeline }, { account: "444455556666" })).not.toThrow();
  });

  it("refuses more pipelines than the quota", () => {
    const small = new SmallWorld({ pipelinesPerRegion: 1 });
    small.create(pipelineOf("one", [run]));
    expect(small.refusal("CreatePipeline", { pipeline: pipelineOf("two", [run]) })).toContain(
      "LimitExceededException",
    );
  });

  it("refuses system tags, and leaves nothing behind", () => {
    const small = new SmallWorld();
    const body = { pipeline: pipelineOf("shop", [run]), tags: [{ key: "aws:team", value: "x" }] };
    expect(small.refusal("CreatePipeline", body)).toContain(
      "InvalidTagsException: Not allowed to modify system tags",
    );
    expect(small.ask("ListPipelines", {})).toEqual({ pipelines: [] });
  });
});
