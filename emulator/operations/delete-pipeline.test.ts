import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

describe("DeletePipeline", () => {
  it("removes the pipeline and all that would still happen in it", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.ask("DeletePipeline", { name: "shop" })).toBeUndefined();
    expect(small.refusal("GetPipeline", { name: "shop" })).toContain("PipelineNotFoundException");
    expect(small.world.nextEventAt()).toBeUndefined();
  });

  it("leaves nothing of an execution that was about to stop", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    const [{ pipelineExecutionId } = { pipelineExecutionId: "" }] = small.executions("shop");
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId, abandon: true });
    const { last } = small.world.events;
    small.ask("DeletePipeline", { name: "shop" });
    small.pass(minute);
    expect(small.eventStates(last)).toEqual([]);
  });

  it("succeeds for a name that does not exist", () => {
    expect(new SmallWorld().ask("DeletePipeline", { name: "shop" })).toBeUndefined();
  });

  it("lets the name be used again, from version 1", () => {
    const small = new SmallWorld();
    const pipeline = pipelineOf("shop", [stage("Run", [task("Go")])]);
    small.create(pipeline);
    small.ask("UpdatePipeline", { pipeline });
    small.ask("DeletePipeline", { name: "shop" });
    expect(small.ask("CreatePipeline", { pipeline })).toMatchObject({ pipeline: { version: 1 } });
    expect(small.executions("shop")).toHaveLength(1);
  });
});
