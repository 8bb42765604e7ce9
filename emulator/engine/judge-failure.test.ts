import { describe, expect, it } from "vitest";
import { alarm, condition, rule } from "../operations/testing/conditions";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { afterSuccess, badFails, failingLine } from "../operations/testing/failing-line";
import { minute, second } from "./duration";

const check = rule("LambdaInvoke", "Check", { FunctionName: "check" });

describe("a condition on failure", () => {
  it("lets its result happen when every rule succeeds; the stage is Failed and locked meanwhile", () => {
    const { small, good } = afterSuccess(condition("ROLLBACK", [alarm, check]));
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { status: "Failed" },
      onFailureConditionState: { latestExecution: { status: "InProgress" } },
    });
    const waiting = small.start("shop");
    small.pass(minute);
    expect(small.executions("shop")[0]?.rollbackMetadata).toEqual({
      rollbackTargetPipelineExecutionId: good,
    });
    const rules = small.ask<{ ruleExecutionDetails: unknown[] }>("ListRuleExecutions", {
      pipelineName: "shop",
    });
    expect(rules.ruleExecutionDetails).toMatchObject([
      { output: { executionResult: { externalExecutionSummary: "Function check returned an error." } } },
      {
        output: {
          executionResult: {
            externalExecutionSummary: "Succeeded with alarm 'errors' being in an 'ALARM' state.",
          },
        },
      },
    ]);
    small.pass(10 * minute);
    expect(small.status("shop", waiting)).toBe("Succeeded");
  });

  it("lets nothing happen when a rule fails, and the next execution enters", () => {
    const small = failingLine({ onFailure: condition("ROLLBACK") });
    small.pass(10 * minute);
    badFails(small, 1);
    small.world.outcomes.add({ rule: "Alarm", status: "Failed" });
    small.start("shop");
    small.pass(10 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Failed", "Succeeded"]);
    expect(small.stage("shop", "Ship").onFailureConditionState?.latestExecution?.status).toBe("Failed");
    const next = small.start("shop");
    small.pass(5 * minute);
    expect(small.status("shop", next)).toBe("Succeeded");
  });

  it.each([
    ["met, RETRY of its own", "RETRY", undefined, true, "RETRY"],
    ["met, no result of its own", undefined, "ROLLBACK", true, "ROLLBACK"],
    ["not met, no result of its own", undefined, "ROLLBACK", false, "nothing"],
    ["met, FAIL", "FAIL", "ROLLBACK", true, "nothing"],
    ["not met, another result beside it", "ROLLBACK", "RETRY", false, "RETRY"],
  ])("%s", (_what, own, beside, met, happens) => {
    const small = failingLine({
      onFailure: {
        ...(beside && { result: beside }),
        conditions: [{ ...(own && { result: own }), rules: [alarm] }],
      },
    });
    small.pass(10 * minute);
    badFails(small, 1);
    small.world.outcomes.add({ rule: "Alarm", status: met ? "Succeeded" : "Failed", durationMs: second });
    small.start("shop");
    small.pass(20 * minute);
    const [last] = small.executions("shop");
    const retried = small.stage("shop", "Ship").retryStageMetadata !== undefined;
    const seen = last?.executionType ?? (retried ? "RETRY" : "nothing");
    expect(seen).toBe(happens);
  });

  it("cannot be stopped: its execution has failed", () => {
    const { small, bad } = afterSuccess(condition("ROLLBACK", [check]));
    expect(
      small.refusal("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: bad }),
    ).toContain("PipelineExecutionNotStoppableException");
    expect(
      small.refusal("RollbackStage", {
        pipelineName: "shop",
        stageName: "Ship",
        targetPipelineExecutionId: small.executions("shop")[1]?.pipelineExecutionId,
      }),
    ).toContain("the stage is currently running");
  });

  it("ends with its rules when the stage is taken out of the pipeline or the pipeline is deleted", () => {
    const { small } = afterSuccess(condition("ROLLBACK", [check]));
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]) });
    small.pass(10 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Failed", "Succeeded"]);
    const other = afterSuccess(condition("ROLLBACK", [check])).small;
    other.ask("DeletePipeline", { name: "shop" });
    expect(other.world.nextEventAt()).toBeUndefined();
  });

  it("leads to no rollback when a QUEUED pipeline is full", () => {
    const { small, bad } = afterSuccess(condition("ROLLBACK", [check]), {
      executionMode: "QUEUED",
    });
    for (let count = 0; count < 50; count += 1) small.start("shop");
    small.pass(minute);
    expect(small.status("shop", bad)).toBe("Failed");
    expect(small.executions("shop").filter(({ executionType }) => executionType === "ROLLBACK")).toEqual([]);
  });

  it("is not looked at when an entry condition kept the execution out", () => {
    const small = failingLine({ beforeEntry: condition("FAIL"), onFailure: condition("ROLLBACK") });
    small.pass(10 * minute);
    small.world.outcomes.add({ rule: "Alarm", status: "Failed", durationMs: second });
    small.start("shop");
    small.pass(10 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Failed", "Succeeded"]);
    expect(small.stage("shop", "Ship").onFailureConditionState?.latestExecution).toBeUndefined();
  });
});

describe("a condition on success that is not met", () => {
  it.each([
    ["ROLLBACK", 3],
    ["FAIL", 2],
  ])("fails the stage with %s and leaves %i executions", (result, count) => {
    const small = failingLine({ onSuccess: condition(result) });
    small.pass(10 * minute);
    small.world.outcomes.add({ rule: "Alarm", status: "Failed", durationMs: second, times: 1 });
    const bad = small.start("shop");
    small.pass(10 * minute);
    expect(small.status("shop", bad)).toBe("Failed");
    const [last] = small.executions("shop");
    expect(small.executions("shop")).toHaveLength(count);
    expect(last?.status).toBe(result === "FAIL" ? "Failed" : "Succeeded");
    expect(last?.trigger.triggerType).toBe(
      result === "FAIL" ? "StartPipelineExecution" : "AutomatedRollback",
    );
  });

  it("is a failure for the condition on failure when its result is FAIL", () => {
    const small = failingLine({ onSuccess: condition("FAIL"), onFailure: { result: "ROLLBACK" } });
    small.pass(10 * minute);
    small.world.outcomes.add({ rule: "Alarm", status: "Failed", durationMs: second, times: 1 });
    small.start("shop");
    small.pass(10 * minute);
    expect(small.executions("shop")[0]?.executionType).toBe("ROLLBACK");
  });
});
