import { describe, expect, it } from "vitest";
import { alarm, condition, rule } from "../operations/testing/conditions";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { failingLine, newest } from "../operations/testing/failing-line";
import { SmallWorld, type StageStateAnswer } from "../operations/testing/small-world";
import type { ConditionDeclaration, RuleDeclaration } from "./declaration";
import { day, hour, minute, second } from "./duration";

type Kind = "beforeEntry" | "onSuccess";

function guarded(kind: Kind, result: string, rules: RuleDeclaration[]): SmallWorld {
  const small = new SmallWorld();
  small.world.outcomes.add({ provider: "Lambda", durationMs: minute });
  small.world.outcomes.add({ provider: "CodeCommit", durationMs: minute });
  const conditions: ConditionDeclaration[] = [{ result, rules }];
  small.create(
    pipelineOf("shop", [
      stage("Guarded", [task("Go")], { [kind]: { conditions } }),
      stage("End", [task("Go")]),
    ]),
  );
  return small;
}

function state(small: SmallWorld): StageStateAnswer {
  return small.stage("shop", "Guarded");
}

describe("conditions", () => {
  it("show their rules before anybody came", () => {
    const small = guarded("beforeEntry", "FAIL", [alarm]);
    expect(state(small).beforeEntryConditionState).toEqual({
      conditionStates: [{ ruleStates: [{ ruleName: "Alarm" }] }],
    });
    expect(small.stage("shop", "End")).not.toHaveProperty("beforeEntryConditionState");
  });

  it("without rules are none", () => {
    const small = new SmallWorld();
    const conditions: ConditionDeclaration[] = [{ result: "FAIL" }];
    small.create(pipelineOf("shop", [stage("Guarded", [task("Go")], { beforeEntry: { conditions } })]));
    small.pass(hour);
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("before entry lock the stage, and let its actions start when every rule succeeded", () => {
    const small = guarded("beforeEntry", "FAIL", [
      alarm,
      rule("LambdaInvoke", "Check", { FunctionName: "check" }),
    ]);
    small.world.outcomes.add({ rule: "Check", durationMs: 2 * minute, summary: "all fine" });
    small.pass(2 * minute);
    expect(state(small)).toMatchObject({
      latestExecution: { status: "InProgress" },
      beforeEntryConditionState: {
        latestExecution: { status: "InProgress" },
        conditionStates: [
          {
            latestExecution: { status: "InProgress" },
            ruleStates: [
              {
                ruleName: "Alarm",
                latestExecution: {
                  status: "Succeeded",
                  summary: "Succeeded with alarm 'errors' being in an 'OK' state.",
                },
              },
              { ruleName: "Check", latestExecution: { status: "InProgress" } },
            ],
          },
        ],
      },
    });
    expect(state(small).actionStates[0]).not.toHaveProperty("latestExecution");
    small.pass(minute);
    expect(state(small).beforeEntryConditionState).toMatchObject({
      latestExecution: { status: "Succeeded" },
    });
    expect(state(small).actionStates[0]?.latestExecution?.status).toBe("InProgress");
    small.pass(2 * minute);
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("fail the stage when a rule fails", () => {
    const small = guarded("beforeEntry", "FAIL", [
      alarm,
      { ...rule("Commands", "Script"), commands: ["make check"] },
    ]);
    small.world.outcomes.add({ rule: "Alarm", errorDetails: { message: "alarm is red" } });
    small.pass(minute + 5 * minute - 1);
    expect(state(small).latestExecution?.status).toBe("InProgress");
    small.pass(1);
    expect(state(small)).toMatchObject({
      latestExecution: { status: "Failed" },
      beforeEntryConditionState: {
        latestExecution: { status: "Failed" },
        conditionStates: [
          {
            ruleStates: [
              {
                latestExecution: {
                  status: "Failed",
                  errorDetails: { code: "RuleFailed", message: "alarm is red" },
                },
              },
              { latestExecution: { status: "Succeeded" } },
            ],
          },
        ],
      },
    });
    expect(small.executions("shop")[0]?.status).toBe("Failed");
  });

  it("skip the stage when a rule fails: no action runs, the execution goes on, no event tells", () => {
    const check = rule("VariableCheck", "Check", {
      Variable: "#{codepipeline.PipelineExecutionId}",
      Value: "x",
      Operator: "EQ",
    });
    const small = guarded("beforeEntry", "SKIP", [check]);
    small.pass(5 * minute);
    expect(state(small).latestExecution?.status).toBe("Skipped");
    expect(state(small).actionStates[0]).not.toHaveProperty("latestExecution");
    expect(small.stage("shop", "End").latestExecution?.status).toBe("Succeeded");
    expect(small.executions("shop")[0]?.status).toBe("Succeeded");
    expect(small.eventStates().filter((each) => each.startsWith("Stage"))).toEqual([
      "Stage STARTED",
      "Stage SUCCEEDED",
      "Stage STARTED",
      "Stage STARTED",
      "Stage SUCCEEDED",
    ]);
  });

  it.each([
    ["met", undefined, "Succeeded", "Succeeded"],
    ["not met", "Failed" as const, "Failed", "Failed"],
  ])("on success are looked at after the actions: %s", (_what, status, stageStatus, executionStatus) => {
    const small = guarded("onSuccess", "ROLLBACK", [alarm]);
    small.world.outcomes.add({ rule: "Alarm", durationMs: minute, ...(status && { status }) });
    small.pass(2 * minute + second);
    expect(state(small)).toMatchObject({
      latestExecution: { status: "InProgress" },
      actionStates: [{ latestExecution: { status: "Succeeded" } }],
      onSuccessConditionState: { latestExecution: { status: "InProgress" } },
    });
    small.pass(5 * minute);
    expect(state(small).latestExecution?.status).toBe(stageStatus);
    expect(small.executions("shop")[0]?.status).toBe(executionStatus);
  });

  it("end with the stop of their execution, at once when abandoned", () => {
    for (const abandon of [false, true]) {
      const small = guarded("beforeEntry", "FAIL", [alarm]);
      small.world.outcomes.add({ rule: "Alarm", durationMs: 10 * minute });
      small.pass(2 * minute);
      const [{ pipelineExecutionId } = { pipelineExecutionId: "" }] = small.executions("shop");
      small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId, abandon });
      small.pass(minute);
      expect(small.status("shop", pipelineExecutionId)).toBe(abandon ? "Stopped" : "Stopping");
      expect(state(small).beforeEntryConditionState).toMatchObject({
        latestExecution: { status: abandon ? "Abandoned" : "InProgress" },
      });
      small.pass(10 * minute);
      expect(small.status("shop", pipelineExecutionId)).toBe("Stopped");
      expect(state(small).actionStates[0]).not.toHaveProperty("latestExecution");
    }
  });

  it("end with the change of their pipeline, and with its deletion", () => {
    const small = guarded("beforeEntry", "FAIL", [alarm]);
    small.world.outcomes.add({ rule: "Alarm", durationMs: 10 * minute });
    small.pass(2 * minute);
    const pipeline = pipelineOf("shop", [stage("Guarded", [task("Go")])]);
    small.ask("UpdatePipeline", { pipeline });
    small.pass(10 * minute);
    expect(small.executions("shop")[0]?.status).toBe("Cancelled");
    const other = guarded("beforeEntry", "FAIL", [alarm]);
    other.pass(minute);
    other.ask("DeletePipeline", { name: "shop" });
    expect(other.world.nextEventAt()).toBeUndefined();
  });
});

describe("rules", () => {
  const office = { Cron: "* * 12-14 ? * MON-FRI *", TimeZone: "UTC" };

  it("of a deployment window wait until it opens", () => {
    const small = guarded("beforeEntry", "FAIL", [rule("DeploymentWindow", "Window", office)]);
    small.pass(3 * hour - 1);
    expect(state(small).beforeEntryConditionState).toMatchObject({
      latestExecution: { status: "InProgress" },
    });
    small.pass(1);
    expect(state(small).beforeEntryConditionState).toMatchObject({
      latestExecution: { status: "Succeeded" },
    });
  });

  it("fail when their time is over", () => {
    const window = { ...rule("DeploymentWindow", "Window", office), timeoutInMinutes: 5 };
    const small = guarded("beforeEntry", "FAIL", [window]);
    small.pass(6 * minute);
    expect(state(small).latestExecution?.status).toBe("Failed");
    const never = guarded("beforeEntry", "FAIL", [
      rule("DeploymentWindow", "Window", { Cron: "* * * ? * SUN" }),
    ]);
    never.pass(day + minute);
    expect(state(never).latestExecution?.status).toBe("Failed");
  });

  it.each([
    ["VariableCheck", { Variable: "abc", Value: "abc", Operator: "EQ" }, "Succeeded"],
    ["VariableCheck", { Variable: "abc", Value: "abc", Operator: "NE" }, "Failed"],
    ["VariableCheck", { Variable: "abc", Value: "b", Operator: "CONTAINS" }, "Succeeded"],
    ["VariableCheck", { Variable: "abc", Value: "a.c", Operator: "MATCHES" }, "Succeeded"],
    ["VariableCheck", { Variable: "abc", Value: "b", Operator: "MATCHES" }, "Failed"],
    ["VariableCheck", { Variable: "abc", Value: "(", Operator: "MATCHES" }, "Failed"],
    ["VariableCheck", { Variable: "abc", Value: "abc", Operator: "LIKE" }, "Failed"],
    ["VariableCheck", { Variable: "#{codepipeline.Nothing}", Value: "x", Operator: "NE" }, "Failed"],
    ["DeploymentWindow", { Cron: "* * * * * *", TimeZone: "Mars/North" }, "Failed"],
    ["CodeBuild", { ProjectName: "check" }, "Succeeded"],
    ["NewThing", {}, "Succeeded"],
  ])("of %s with %j end as %s", (provider, configuration, status) => {
    const small = guarded("beforeEntry", "FAIL", [rule(provider, "Check", configuration)]);
    small.pass(10 * minute);
    expect(small.ask("ListRuleExecutions", { pipelineName: "shop" })).toMatchObject({
      ruleExecutionDetails: [{ ruleName: "Check", status }],
    });
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
      const small = failingLine({ beforeEntry: condition("FAIL", [each]) });
      small.pass(10 * minute);
      expect(small.stage("shop", "Ship")).toMatchObject({
        latestExecution: { status: "Failed" },
        beforeEntryConditionState: { latestExecution: { status: "Errored" } },
      });
    }
  });

  it("is Cancelled when the pipeline changes while its rules run", () => {
    const small = failingLine({ beforeEntry: condition("FAIL") });
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
    const small = failingLine({ beforeEntry: condition("FAIL") });
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
