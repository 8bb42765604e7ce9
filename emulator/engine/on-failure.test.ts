import { describe, expect, it } from "vitest";
import { alarm, condition, rule } from "../operations/testing/conditions";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import type { StageDeclaration } from "./declaration";
import { minute, second } from "./duration";

type OnFailure = NonNullable<StageDeclaration["onFailure"]>;

/** Source 1 min, Ship (Good and Bad together) 1 min, End 1 min. Rules take a second. */
function line(parts: Partial<StageDeclaration>, more: Parameters<typeof pipelineOf>[2] = {}): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.world.outcomes.add({ rule: "Alarm", durationMs: second });
  const ship = stage("Ship", [task("Good"), task("Bad")], parts);
  small.create(pipelineOf("shop", [ship, stage("End", [task("Tell")])], { pipelineType: "V2", ...more }));
  return small;
}

function badFails(small: SmallWorld, times: number): void {
  small.world.outcomes.add({ action: "Bad", status: "Failed", times });
}

function newest(small: SmallWorld): string {
  return small.executions("shop")[0]?.pipelineExecutionId ?? "";
}

/** An execution that succeeds, then one that failed in Ship and is still as it was left there. */
function afterSuccess(
  onFailure: OnFailure,
  more: Parameters<typeof pipelineOf>[2] = {},
): { small: SmallWorld; good: string; bad: string } {
  const small = line({ onFailure }, more);
  small.pass(10 * minute);
  const good = newest(small);
  badFails(small, 1);
  const bad = small.start("shop");
  small.pass(2 * minute);
  return { small, good, bad };
}

describe("RETRY on failure", () => {
  it("tries the failed actions again once, by itself, within the same execution", () => {
    const small = line({
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
    const small = line({ onFailure });
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
    const small = line({ onFailure: { result: "RETRY" } });
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
    const small = line({ onFailure: { result: "RETRY" } });
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
    const small = line({ onFailure: { result: "RETRY" } });
    badFails(small, 1);
    small.world.outcomes.add({ action: "Good", durationMs: 5 * minute });
    small.pass(2 * minute);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Ship", [task("Good")])]) });
    small.pass(10 * minute);
    expect(small.status("shop", newest(small))).toBe("Failed");
    const full = line({ onFailure: condition("RETRY") }, { executionMode: "QUEUED" });
    full.world.outcomes.add({ rule: "Alarm", durationMs: 2 * minute, times: 1 });
    full.world.outcomes.add({ action: "Bad", status: "Failed", times: 1 });
    full.pass(2 * minute);
    const failed = newest(full);
    for (let count = 0; count < 50; count += 1) full.start("shop");
    full.pass(2 * minute);
    expect(full.status("shop", failed)).toBe("Failed");
    expect(full.stage("shop", "Ship").retryStageMetadata).toBeUndefined();
  });
});

describe("ROLLBACK on failure", () => {
  it("starts an execution that brings the stage back to its last success, before anybody else enters", () => {
    const small = line({ onFailure: { result: "ROLLBACK" } }, { executionMode: "QUEUED" });
    small.pass(10 * minute);
    const good = newest(small);
    badFails(small, 1);
    const bad = small.start("shop");
    small.pass(30 * second);
    const next = small.start("shop");
    small.world.outcomes.add({ action: "Good", durationMs: 3 * minute, times: 1 });
    small.pass(3 * minute + 30 * second);
    const [rollback] = small.executions("shop");
    expect(rollback).toMatchObject({
      status: "InProgress",
      executionType: "ROLLBACK",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
      trigger: {
        triggerType: "AutomatedRollback",
        triggerDetail: JSON.stringify({ FailedPipelineExecutionId: bad }),
      },
    });
    expect(small.status("shop", bad)).toBe("Failed");
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { pipelineExecutionId: rollback?.pipelineExecutionId, type: "ROLLBACK" },
      inboundExecution: { pipelineExecutionId: next },
    });
    small.pass(30 * minute);
    expect(small.status("shop", rollback?.pipelineExecutionId ?? "")).toBe("Succeeded");
    expect(small.status("shop", next)).toBe("Succeeded");
  });

  it("does nothing without an earlier success in this version", () => {
    const first = line({ onFailure: { result: "ROLLBACK" } });
    badFails(first, 1);
    first.pass(10 * minute);
    expect(first.executions("shop")).toHaveLength(1);
    const { small } = afterSuccess({ result: "ROLLBACK" });
    const changed = pipelineOf("shop", [stage("Ship", [task("Bad")], { onFailure: { result: "ROLLBACK" } })]);
    small.pass(10 * minute);
    small.ask("UpdatePipeline", { pipeline: changed });
    badFails(small, 1);
    small.start("shop");
    small.pass(10 * minute);
    expect(small.executions("shop").map(({ executionType }) => executionType)).toEqual([
      undefined,
      "ROLLBACK",
      undefined,
      undefined,
    ]);
  });

  it("is not followed by another when the rollback fails", () => {
    const { small, good } = afterSuccess({ result: "ROLLBACK" });
    badFails(small, 1);
    small.pass(30 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual([
      "Succeeded",
      "Failed",
      "Succeeded",
    ]);
    badFails(small, 2);
    small.start("shop");
    small.pass(30 * minute);
    const [rollback] = small.executions("shop");
    expect(rollback).toMatchObject({
      status: "Failed",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: good },
    });
  });
});

describe("a condition on failure", () => {
  it("lets its result happen when every rule succeeds; the stage is Failed and locked meanwhile", () => {
    const { small, good } = afterSuccess(condition("ROLLBACK", [alarm, rule("LambdaInvoke", "Check")]));
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
      { output: { executionResult: { externalExecutionSummary: "Function  returned an error." } } },
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
    const small = line({ onFailure: condition("ROLLBACK") });
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
    const small = line({
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
    const { small, bad } = afterSuccess(condition("ROLLBACK", [rule("LambdaInvoke", "Check")]));
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
    const { small } = afterSuccess(condition("ROLLBACK", [rule("LambdaInvoke", "Check")]));
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]) });
    small.pass(10 * minute);
    expect(small.executions("shop").map(({ status }) => status)).toEqual(["Failed", "Succeeded"]);
    const other = afterSuccess(condition("ROLLBACK", [rule("LambdaInvoke", "Check")])).small;
    other.ask("DeletePipeline", { name: "shop" });
    expect(other.world.nextEventAt()).toBeUndefined();
  });

  it("leads to no rollback when a QUEUED pipeline is full", () => {
    const { small, bad } = afterSuccess(condition("ROLLBACK", [rule("LambdaInvoke", "Check")]), {
      executionMode: "QUEUED",
    });
    for (let count = 0; count < 50; count += 1) small.start("shop");
    small.pass(minute);
    expect(small.status("shop", bad)).toBe("Failed");
    expect(small.executions("shop").filter(({ executionType }) => executionType === "ROLLBACK")).toEqual([]);
  });

  it("is not looked at when an entry condition kept the execution out", () => {
    const small = line({ beforeEntry: condition("FAIL"), onFailure: condition("ROLLBACK") });
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
    const small = line({ onSuccess: condition(result) });
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
    const small = line({ onSuccess: condition("FAIL"), onFailure: { result: "ROLLBACK" } });
    small.pass(10 * minute);
    small.world.outcomes.add({ rule: "Alarm", status: "Failed", durationMs: second, times: 1 });
    small.start("shop");
    small.pass(10 * minute);
    expect(small.executions("shop")[0]?.executionType).toBe("ROLLBACK");
  });
});

describe("the state of a condition", () => {
  it("is Errored when a rule cannot be looked at, with the same result as Failed", () => {
    const broken = rule("VariableCheck", "Check", {
      Variable: "#{codepipeline.Nothing}",
      Value: "x",
      Operator: "EQ",
    });
    const window = rule("DeploymentWindow", "Window", { Cron: "* * * * * *", TimeZone: "Mars/North" });
    for (const each of [broken, window]) {
      const small = line({ beforeEntry: condition("FAIL", [each]) });
      small.pass(10 * minute);
      expect(small.stage("shop", "Ship")).toMatchObject({
        latestExecution: { status: "Failed" },
        beforeEntryConditionState: { latestExecution: { status: "Errored" } },
      });
    }
  });

  it("is Cancelled when the pipeline changes while its rules run", () => {
    const small = line({ beforeEntry: condition("FAIL") });
    small.pass(minute);
    const again = pipelineOf("shop", [stage("Ship", [task("Good")], { beforeEntry: condition("FAIL") })]);
    small.ask("UpdatePipeline", { pipeline: again });
    small.pass(minute);
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { status: "Cancelled" },
      beforeEntryConditionState: { latestExecution: { status: "Cancelled" } },
    });
  });

  it("starts anew when a stage stopped in it is taken up again", () => {
    const small = line({ beforeEntry: condition("FAIL") });
    small.pass(minute);
    const id = newest(small);
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: id, abandon: true });
    small.pass(second);
    expect(small.stage("shop", "Ship").beforeEntryConditionState?.latestExecution?.status).toBe("Abandoned");
    small.ask("RetryStageExecution", {
      pipelineName: "shop",
      stageName: "Ship",
      pipelineExecutionId: id,
      retryMode: "FAILED_ACTIONS",
    });
    expect(small.stage("shop", "Ship").beforeEntryConditionState?.latestExecution?.status).toBe("InProgress");
    small.pass(5 * minute);
    expect(small.status("shop", id)).toBe("Succeeded");
  });
});
