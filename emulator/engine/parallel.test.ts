import { describe, expect, it } from "vitest";
import { condition } from "../operations/testing/conditions";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { minute } from "./duration";

function parallelPipeline(...stages: Parameters<typeof pipelineOf>[1]): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", stages, { executionMode: "PARALLEL" }));
  return small;
}

describe("PARALLEL", () => {
  it("runs executions independently, and shows stages and transitions without executions", () => {
    const small = parallelPipeline(stage("Run", [task("Go")]));
    small.start("shop");
    small.pass(minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["InProgress", "InProgress"]);
    for (const each of small.stages("shop")) {
      expect(each).not.toHaveProperty("latestExecution");
      expect(each).toMatchObject({ inboundExecutions: [], inboundTransitionState: { enabled: true } });
      expect(each.actionStates[0]).not.toHaveProperty("latestExecution");
    }
    small.pass(minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Succeeded", "Succeeded"]);
  });

  it("runs at most five actions of one execution at a time", () => {
    const actions = Array.from({ length: 12 }, (_, index) => task(`Task${index}`));
    const small = parallelPipeline(stage("Run", actions));
    small.pass(minute);
    const running = (): number =>
      small
        .actionRuns("shop")
        .filter(({ stageName, status }) => stageName === "Run" && status === "InProgress").length;
    expect(running()).toBe(5);
    small.pass(minute);
    expect(running()).toBe(5);
    small.pass(minute);
    expect(running()).toBe(2);
    small.pass(minute);
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("takes an approval's answer with the external execution id as token", () => {
    const small = parallelPipeline(stage("Gate", [approval()]));
    small.pass(minute);
    const [ask] = small.actionRuns("shop");
    const token = ask?.output.executionResult.externalExecutionId;
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    const result = { status: "Approved", summary: "" };
    small.ask("PutApprovalResult", {
      pipelineName: "shop",
      stageName: "Gate",
      actionName: "Ask",
      result,
      token,
    });
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("holds every execution in front of a closed transition and lets all in when it opens", () => {
    const small = parallelPipeline(stage("Run", [task("Go")]));
    const where = { pipelineName: "shop", stageName: "Run", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Freeze" });
    small.start("shop");
    small.pass(minute);
    expect(small.actionRuns("shop")).toHaveLength(2);
    expect(small.stage("shop", "Run").inboundExecutions).toEqual([]);
    small.ask("EnableStageTransition", where);
    expect(small.actionRuns("shop")).toHaveLength(4);
  });

  it("refuses the execution beyond 50", () => {
    const small = parallelPipeline(stage("Run", [task("Go")]));
    for (let count = 1; count < 50; count += 1) small.start("shop");
    expect(small.refusal("StartPipelineExecution", { name: "shop" })).toContain(
      "ConcurrentPipelineExecutionsLimitExceededException",
    );
  });

  it("goes on with its own definition when the pipeline changes, also when the stage is gone", () => {
    const small = parallelPipeline(stage("Old", [task("Go")]));
    const changed = pipelineOf("shop", [stage("New", [task("Go")])], { executionMode: "PARALLEL" });
    small.ask("UpdatePipeline", { pipeline: changed });
    small.pass(2 * minute);
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
    expect(small.actionRuns("shop")[0]?.stageName).toBe("Old");
  });

  it("does not wait any more when the stage behind a closed transition is taken out", () => {
    const small = parallelPipeline(stage("Old", [task("Go")]));
    const where = { pipelineName: "shop", stageName: "Old", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Freeze" });
    small.pass(minute);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("New", [task("Go")])]) });
    small.pass(minute);
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("is seen in history only once the pipeline has another mode", () => {
    const small = parallelPipeline(stage("Run", [task("Go")]));
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]) });
    const standard = small.start("shop");
    small.pass(minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["InProgress", "InProgress"]);
    expect(small.stage("shop", "Run").latestExecution?.pipelineExecutionId).toBe(standard);
    small.pass(minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Succeeded", "Succeeded"]);
  });

  it("an approval can be answered and a condition overridden in a stage that the pipeline does not have any more", () => {
    const gate = stage("Gate", [approval()], { beforeEntry: condition("FAIL") });
    const small = parallelPipeline(gate);
    small.pass(minute);
    small.ask("UpdatePipeline", {
      pipeline: pipelineOf("shop", [stage("Run", [task("Go")])], { executionMode: "PARALLEL" }),
    });
    const where = { pipelineName: "shop", stageName: "Gate" };
    const pipelineExecutionId = small.executions("shop")[0]?.pipelineExecutionId;
    small.ask("OverrideStageCondition", { ...where, pipelineExecutionId, conditionType: "BEFORE_ENTRY" });
    const [ask] = small.actionRuns("shop");
    const token = ask?.output.executionResult.externalExecutionId ?? "";
    const result = { status: "Approved", summary: "" };
    small.ask("PutApprovalResult", { ...where, actionName: "Ask", token, result });
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
    const other = { ...where, actionName: "Other", token, result };
    expect(small.refusal("PutApprovalResult", other)).toMatch(/^StageNotFoundException/);
  });
});
