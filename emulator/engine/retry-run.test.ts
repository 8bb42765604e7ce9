import { describe, expect, it } from "vitest";
import { condition } from "../operations/testing/conditions";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { badFails, failingLine, newest } from "../operations/testing/failing-line";
import { SmallWorld } from "../operations/testing/small-world";
import type { StageDeclaration } from "./declaration";
import { day, minute } from "./duration";

describe("RETRY on failure", () => {
  it("tries the failed actions again once, by itself, within the same execution", () => {
    const small = failingLine({
      onFailure: { result: "RETRY", retryConfiguration: { retryMode: "FAILED_ACTIONS" } },
    });
    badFails(small, 1);
    small.pass(2 * minute);
    const id = newest(small);
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { pipelineExecutionId: id, status: "InProgress" },
      retryStageMetadata: { autoStageRetryAttempt: 1, latestRetryTrigger: "AutomatedStageRetry" },
    });
    expect(small.stage("shop", "Ship").retryStageMetadata).not.toHaveProperty("manualStageRetryAttempt");
    expect(small.eventStates().slice(-6)).toEqual([
      "Stage FAILED",
      "Pipeline FAILED",
      "Action SUCCEEDED",
      "Pipeline RESUMED",
      "Stage RESUMED",
      "Action STARTED",
    ]);
    small.pass(5 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
    expect(small.actionRuns("shop").filter(({ actionName }) => actionName === "Good")).toHaveLength(1);
  });

  it("tries all actions with ALL_ACTIONS, in the source stage too", () => {
    const onFailure = { result: "RETRY", retryConfiguration: { retryMode: "ALL_ACTIONS" } };
    const small = failingLine({ onFailure });
    badFails(small, 1);
    small.pass(2 * minute);
    small.pass(5 * minute);
    expect(small.actionRuns("shop").filter(({ actionName }) => actionName === "Good")).toHaveLength(2);
    const pipeline = pipelineOf("other", [stage("Run", [task("Go")])]);
    const [first, ...later] = pipeline.stages;
    small.world.outcomes.add({ pipeline: "other", action: "App", status: "Failed", times: 1 });
    small.create({ ...pipeline, stages: [{ ...first, onFailure } as StageDeclaration, ...later] });
    small.pass(5 * minute);
    expect(small.executions("other").map(({ status }) => status)).toEqual(["Succeeded"]);
  });

  it("happens once: the second failure stays, a person may still retry, and both are counted", () => {
    const small = failingLine({ onFailure: { result: "RETRY" } });
    badFails(small, 3);
    small.pass(4 * minute);
    const id = newest(small);
    expect(small.status("shop", id)).toBe("Failed");
    const body = { pipelineName: "shop", stageName: "Ship", pipelineExecutionId: id };
    small.ask("RetryStageExecution", { ...body, retryMode: "FAILED_ACTIONS" });
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Failed");
    expect(small.stage("shop", "Ship").retryStageMetadata).toEqual({
      autoStageRetryAttempt: 1,
      manualStageRetryAttempt: 1,
      latestRetryTrigger: "ManualStageRetry",
    });
    small.ask("RetryStageExecution", { ...body, retryMode: "FAILED_ACTIONS" });
    small.pass(5 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
  });

  it("waits for the siblings that still run, and lets nobody in before", () => {
    const small = failingLine({ onFailure: { result: "RETRY" } });
    badFails(small, 1);
    small.world.outcomes.add({ action: "Good", durationMs: 5 * minute });
    small.pass(2 * minute);
    const waiting = small.start("shop");
    small.pass(3 * minute);
    expect(small.stage("shop", "Ship").latestExecution?.status).toBe("Failed");
    expect(small.stage("shop", "Ship").inboundExecution?.pipelineExecutionId).toBe(waiting);
    small.pass(minute);
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { status: "InProgress" },
      inboundExecution: { pipelineExecutionId: waiting },
    });
  });

  it("follows a rejected approval, and works in PARALLEL mode although the pipeline has changed", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const gate = stage("Gate", [approval()], { onFailure: { result: "RETRY" } });
    small.create(pipelineOf("shop", [gate], { executionMode: "PARALLEL" }));
    small.pass(minute);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [gate], { executionMode: "PARALLEL" }) });
    const token = (): string => small.actionRuns("shop")[0]?.output.executionResult.externalExecutionId ?? "";
    const answer = (status: string): unknown =>
      small.ask("PutApprovalResult", {
        pipelineName: "shop",
        stageName: "Gate",
        actionName: "Ask",
        token: token(),
        result: { status, summary: "" },
      });
    const before = token();
    answer("Rejected");
    expect(token()).not.toBe(before);
    answer("Approved");
    expect(small.status("shop", newest(small))).toBe("Succeeded");
  });

  it("does not happen once the pipeline has changed or is full", () => {
    const small = failingLine({ onFailure: { result: "RETRY" } });
    badFails(small, 1);
    small.world.outcomes.add({ action: "Good", durationMs: 5 * minute });
    small.pass(2 * minute);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Ship", [task("Good")])]) });
    small.pass(10 * minute);
    expect(small.status("shop", newest(small))).toBe("Failed");
    const full = failingLine({ onFailure: condition("RETRY") }, { executionMode: "QUEUED" });
    full.world.outcomes.add({ rule: "Alarm", durationMs: 2 * minute, times: 1 });
    full.world.outcomes.add({ action: "Bad", status: "Failed", times: 1 });
    full.pass(2 * minute);
    const failed = newest(full);
    for (let count = 0; count < 50; count += 1) full.start("shop");
    full.pass(2 * minute);
    expect(full.status("shop", failed)).toBe("Failed");
    expect(full.stage("shop", "Ship").retryStageMetadata).toBeUndefined();
  });

  it("does not happen while 50 executions of the PARALLEL mode the pipeline had are under way", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({ action: "Bad", status: "Failed" });
    small.world.outcomes.add({ action: "Good", durationMs: day });
    const ship = stage("Ship", [task("Good"), task("Bad")], { onFailure: { result: "RETRY" } });
    small.create(pipelineOf("shop", [ship], { executionMode: "PARALLEL" }));
    small.pass(2 * minute);
    const failed = newest(small);
    for (let count = 0; count < 50; count += 1) small.start("shop");
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [ship], { executionMode: "SUPERSEDED" }) });
    small.world.outcomes.clear();
    small.everyActionTakes(2 * day);
    small.pass(day);
    expect(small.actionRuns("shop", { filter: { pipelineExecutionId: failed } })).toHaveLength(3);
    expect(small.status("shop", failed)).toBe("Failed");
  });
});
