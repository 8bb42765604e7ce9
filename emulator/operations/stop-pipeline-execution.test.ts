import { describe, expect, it } from "vitest";
import { minute, second } from "../engine/duration";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

function running(): { small: SmallWorld; pipelineExecutionId: string } {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  const build = stage("Build", [task("Quick"), task("Slow"), task("After", { runOrder: 2 })]);
  small.world.outcomes.add({ action: "Slow", durationMs: 5 * minute });
  small.create(pipelineOf("shop", [build, stage("Ship", [task("Copy")])]));
  small.pass(minute);
  return { small, pipelineExecutionId: small.executions("shop")[0]?.pipelineExecutionId ?? "" };
}

describe("StopPipelineExecution", () => {
  it("waits for running actions, which keep their results, starts nothing new and then is Stopped", () => {
    const { small, pipelineExecutionId } = running();
    const body = { pipelineName: "shop", pipelineExecutionId, reason: "wrong version" };
    expect(small.ask("StopPipelineExecution", body)).toEqual({ pipelineExecutionId });
    expect(small.status("shop", pipelineExecutionId)).toBe("Stopping");
    expect(small.stage("shop", "Build").latestExecution?.status).toBe("Stopping");
    small.pass(4 * minute);
    expect(small.status("shop", pipelineExecutionId)).toBe("Stopping");
    small.pass(minute);
    expect(small.executions("shop")[0]).toMatchObject({
      status: "Stopped",
      stopTrigger: { reason: "wrong version" },
    });
    expect(small.stage("shop", "Build").latestExecution?.status).toBe("Stopped");
    const results = small.stage("shop", "Build").actionStates.map((action) => action.latestExecution?.status);
    expect(results).toEqual(["Succeeded", "Succeeded", undefined]);
    expect(small.eventStates().slice(-3)).toEqual(["Action SUCCEEDED", "Stage STOPPED", "Pipeline STOPPED"]);
  });

  it("abandons running actions at once and is Stopped a moment later", () => {
    const { small, pipelineExecutionId } = running();
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId, abandon: true });
    expect(small.status("shop", pipelineExecutionId)).toBe("Stopping");
    const results = small.stage("shop", "Build").actionStates.map((action) => action.latestExecution?.status);
    expect(results).toEqual(["Abandoned", "Abandoned", undefined]);
    small.pass(second);
    expect(small.status("shop", pipelineExecutionId)).toBe("Stopped");
    expect(small.executions("shop")[0]).not.toHaveProperty("stopTrigger");
  });

  it("turns waiting into abandoning, and refuses every other second call", () => {
    const { small, pipelineExecutionId } = running();
    const body = { pipelineName: "shop", pipelineExecutionId };
    small.ask("StopPipelineExecution", { ...body, reason: "first" });
    expect(small.refusal("StopPipelineExecution", body)).toContain("DuplicatedStopRequestException");
    small.ask("StopPipelineExecution", { ...body, abandon: true });
    expect(small.refusal("StopPipelineExecution", { ...body, abandon: true })).toContain(
      "DuplicatedStopRequestException",
    );
    small.pass(second);
    expect(small.executions("shop")[0]).toMatchObject({
      status: "Stopped",
      stopTrigger: { reason: "first" },
    });
    expect(small.refusal("StopPipelineExecution", body)).toContain("PipelineExecutionNotStoppableException");
  });

  it("stops a waiting execution at once; it stays visible in front until somebody else arrives", () => {
    const { small } = running();
    const waiting = small.start("shop");
    small.pass(minute);
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: waiting });
    expect(small.stage("shop", "Build").inboundExecution).toEqual({
      pipelineExecutionId: waiting,
      status: "Stopped",
    });
    const next = small.start("shop");
    small.pass(minute);
    expect(small.status("shop", waiting)).toBe("Stopped");
    expect(small.stage("shop", "Build").inboundExecutions).toEqual([
      { pipelineExecutionId: next, status: "InProgress" },
    ]);
  });

  it("frees the stage for the one that waits", () => {
    const { small, pipelineExecutionId } = running();
    const waiting = small.start("shop");
    small.pass(minute);
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId, abandon: true });
    small.pass(second);
    expect(small.stage("shop", "Build").latestExecution).toEqual({
      pipelineExecutionId: waiting,
      status: "InProgress",
    });
  });

  it("refuses unknown executions and pipelines", () => {
    const { small, pipelineExecutionId } = running();
    const unknown = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    expect(
      small.refusal("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: unknown }),
    ).toBe(
      `PipelineExecutionNotStoppableException: Pipeline execution '${unknown}' is not in progress and cannot be stopped`,
    );
    expect(small.refusal("StopPipelineExecution", { pipelineName: "other", pipelineExecutionId })).toContain(
      "PipelineNotFoundException",
    );
  });
});
