import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { day, minute } from "./duration";

function queuedLine(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.world.outcomes.add({ stage: "Build", durationMs: 10 * minute });
  const stages = [stage("Build", [task("Compile")]), stage("Ship", [task("Copy")])];
  small.create(pipelineOf("shop", stages, { executionMode: "QUEUED" }));
  return small;
}

function waiting(small: SmallWorld, stageName: string): string[] {
  return small.stage("shop", stageName).inboundExecutions.map((each) => each.pipelineExecutionId);
}

describe("QUEUED", () => {
  it("lets executions wait in the order they reach a stage, and enter in that order", () => {
    const small = queuedLine();
    const second = small.start("shop");
    const third = small.start("shop");
    expect(waiting(small, "Source")).toEqual([second, third]);
    expect(small.stage("shop", "Source").inboundExecution?.pipelineExecutionId).toBe(second);
    small.pass(3 * minute);
    expect(waiting(small, "Build")).toEqual([second, third]);
    small.pass(8 * minute);
    expect(small.stage("shop", "Build").latestExecution?.pipelineExecutionId).toBe(second);
    small.pass(day);
    expect(small.executions("shop").map(({ status }) => status)).toEqual([
      "Succeeded",
      "Succeeded",
      "Succeeded",
    ]);
  });

  it("refuses the execution beyond 50, running and waiting together", () => {
    const small = queuedLine();
    for (let count = 1; count < 50; count += 1) small.start("shop");
    expect(small.refusal("StartPipelineExecution", { name: "shop" })).toBe(
      "ConcurrentPipelineExecutionsLimitExceededException: Pipeline 'shop' has reached the limit of 50 concurrent executions",
    );
    small.pass(13 * minute);
    expect(small.start("shop")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("records an execution that a revision would start beyond 50 as Failed", () => {
    const small = queuedLine();
    for (let count = 1; count < 50; count += 1) small.start("shop");
    const [id = ""] = small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App" });
    expect(small.status("shop", id)).toBe("Failed");
    expect(small.actionRuns("shop", { filter: { pipelineExecutionId: id } })).toEqual([]);
  });

  it("passes over one that waited in front of a transition closed for more than 30 days", () => {
    const small = queuedLine();
    const where = { pipelineName: "shop", stageName: "Ship", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Holidays" });
    small.pass(31 * day);
    const second = small.start("shop");
    small.pass(20 * minute);
    const first = small.executions("shop")[1]?.pipelineExecutionId ?? "";
    expect(waiting(small, "Ship")).toEqual([first, second]);
    small.ask("EnableStageTransition", where);
    expect(waiting(small, "Ship")).toEqual([first, second]);
    const third = small.start("shop");
    small.pass(day);
    expect(small.status("shop", third)).toBe("Succeeded");
    expect(waiting(small, "Ship")).toEqual([first, second]);
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: first });
    expect(small.status("shop", first)).toBe("Stopped");
  });
});
