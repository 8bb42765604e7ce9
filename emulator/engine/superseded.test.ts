import { describe, expect, it } from "vitest";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { day, minute } from "./duration";

/** Source 1 min, Build 10 min, Ship 1 min. */
function lineWithSlowBuild(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.world.outcomes.add({ stage: "Build", durationMs: 10 * minute });
  small.create(pipelineOf("shop", [stage("Build", [task("Compile")]), stage("Ship", [task("Copy")])]));
  return small;
}

describe("SUPERSEDED", () => {
  it("runs one execution per stage; the next waits in front as the stage's inbound execution", () => {
    const small = lineWithSlowBuild();
    const first = small.executions("shop")[0]?.pipelineExecutionId ?? "";
    small.pass(minute);
    const second = small.start("shop");
    small.pass(minute);
    expect(small.stage("shop", "Build")).toMatchObject({
      latestExecution: { pipelineExecutionId: first, status: "InProgress" },
      inboundExecution: { pipelineExecutionId: second, status: "InProgress" },
      inboundExecutions: [{ pipelineExecutionId: second, status: "InProgress" }],
    });
    expect(small.stage("shop", "Source").latestExecution?.pipelineExecutionId).toBe(second);
    small.pass(9 * minute);
    expect(small.stage("shop", "Build")).toMatchObject({ latestExecution: { pipelineExecutionId: second } });
    expect(small.stage("shop", "Build").inboundExecutions).toEqual([]);
    small.pass(30 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Succeeded", "Succeeded"]);
  });

  it("gives the one waiting place to the newest; the one that stood there is Superseded for good", () => {
    const small = lineWithSlowBuild();
    small.pass(minute);
    const second = small.start("shop");
    small.pass(minute);
    const third = small.start("shop");
    small.pass(minute);
    expect(small.status("shop", second)).toBe("Superseded");
    expect(small.stage("shop", "Build").inboundExecutions.map((each) => each.pipelineExecutionId)).toEqual([
      third,
    ]);
    expect(small.eventStates()).toContain("Pipeline SUPERSEDED");
    small.pass(day);
    expect(small.status("shop", third)).toBe("Succeeded");
  });

  it("waits in front of the first stage too", () => {
    const small = lineWithSlowBuild();
    const second = small.start("shop");
    const third = small.start("shop");
    expect(small.status("shop", second)).toBe("Superseded");
    expect(small.stage("shop", "Source").inboundExecution?.pipelineExecutionId).toBe(third);
  });

  it("holds executions in front of a closed transition and lets the newest in when it opens", () => {
    const small = lineWithSlowBuild();
    const where = { pipelineName: "shop", stageName: "Build", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Release freeze" });
    small.pass(2 * minute);
    const second = small.start("shop");
    small.pass(2 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["InProgress", "Superseded"]);
    small.ask("EnableStageTransition", where);
    expect(small.stage("shop", "Build").latestExecution).toEqual({
      pipelineExecutionId: second,
      status: "InProgress",
    });
  });

  it("does not let in who waited in front of a transition closed for more than 30 days; the next one supersedes it", () => {
    const small = lineWithSlowBuild();
    const first = small.executions("shop")[0]?.pipelineExecutionId ?? "";
    const where = { pipelineName: "shop", stageName: "Build", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Holidays" });
    small.pass(20 * day);
    small.ask("DisableStageTransition", { ...where, reason: "Longer holidays" });
    small.pass(11 * day);
    small.ask("EnableStageTransition", where);
    expect(small.stage("shop", "Build")).toMatchObject({ inboundExecution: { pipelineExecutionId: first } });
    expect(small.stage("shop", "Build")).not.toHaveProperty("latestExecution");
    const second = small.start("shop");
    small.pass(minute);
    expect(small.status("shop", first)).toBe("Superseded");
    expect(small.stage("shop", "Build").latestExecution?.pipelineExecutionId).toBe(second);
  });

  it("lets in who waited exactly 30 days", () => {
    const small = lineWithSlowBuild();
    const where = { pipelineName: "shop", stageName: "Build", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Holidays" });
    small.pass(30 * day);
    small.ask("EnableStageTransition", where);
    expect(small.stage("shop", "Build").latestExecution?.status).toBe("InProgress");
  });

  it("drops what actions did before when a stage is entered again", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const run = stage("Run", [task("One"), task("Two", { runOrder: 2 })]);
    small.create(pipelineOf("shop", [run]));
    small.pass(10 * minute);
    small.start("shop");
    small.pass(minute);
    expect(small.action("shop", "Run", "One").latestExecution?.status).toBe("InProgress");
    expect(small.action("shop", "Run", "Two")).not.toHaveProperty("latestExecution");
  });

  it("keeps what actions did before when the world is told to", () => {
    const small = new SmallWorld({ choices: { keepOldActionStates: true, sendStandardType: true } });
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Run", [task("One"), task("Two", { runOrder: 2 })])]));
    small.pass(10 * minute);
    small.start("shop");
    small.pass(minute);
    expect(small.action("shop", "Run", "Two").latestExecution?.status).toBe("Succeeded");
    expect(small.stage("shop", "Run").latestExecution).toMatchObject({ type: "STANDARD" });
    expect(small.executions("shop")[0]).toMatchObject({ executionType: "STANDARD" });
  });

  it("locks a stage with an open approval until it is answered", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Gate", [approval()])]));
    small.pass(minute);
    const second = small.start("shop");
    small.pass(day);
    expect(small.stage("shop", "Gate").inboundExecution?.pipelineExecutionId).toBe(second);
  });
});
