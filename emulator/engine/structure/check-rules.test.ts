import { describe, expect, it } from "vitest";
import { condition, rule } from "../../operations/testing/conditions";
import { action, pipelineOf, source, stage, task } from "../../operations/testing/declarations";
import { expectRefused } from "../../operations/testing/expect-refused";
import { SmallWorld } from "../../operations/testing/small-world";
import type { PipelineDeclaration, RuleDeclaration } from "../declaration";

type Kind = "beforeEntry" | "onSuccess" | "onFailure";

function checks(Variable: string): RuleDeclaration {
  return rule("VariableCheck", "Check", { Variable, Value: "x", Operator: "EQ" });
}

/** Source, Build, Run; the rule guards Build, whose action has the namespace `built` and the artifact `app`. */
function guarded(kind: Kind, guard: RuleDeclaration): PipelineDeclaration {
  const build = action("Build/CodeBuild", "Make", {
    inputs: ["src"],
    outputs: ["app"],
    namespace: "built",
    configuration: { ProjectName: "app" },
  });
  const later = task("Go", { namespace: "gone" });
  return {
    ...pipelineOf("shop", [], { variables: [{ name: "Name", defaultValue: "x" }] }),
    stages: [
      stage("Source", [source("App", { namespace: "commit" })]),
      stage("Build", [build], { [kind]: condition(kind === "onFailure" ? "ROLLBACK" : "FAIL", [guard]) }),
      stage("Run", [later]),
    ],
  };
}

const needs: [RuleDeclaration, string][] = [
  [rule("DeploymentWindow", "Guard"), "Cron"],
  [rule("CloudWatchAlarm", "Guard", { WaitTime: "1" }), "AlarmName"],
  [rule("LambdaInvoke", "Guard", { UserParameters: "{}" }), "FunctionName"],
  [rule("CodeBuild", "Guard"), "ProjectName"],
  [rule("VariableCheck", "Guard", { Value: "x", Operator: "EQ" }), "Variable"],
  [rule("VariableCheck", "Guard", { Variable: "x", Operator: "EQ" }), "Value"],
  [rule("VariableCheck", "Guard", { Variable: "x", Value: "x" }), "Operator"],
];

const unknown: [Kind, string][] = [
  ["beforeEntry", "#{built.Tag}"],
  ["onSuccess", "#{gone.Tag}"],
  ["onFailure", "#{nobody.Tag}"],
  ["beforeEntry", "#{variables.Missing}"],
];

const known: [Kind, string][] = [
  ["beforeEntry", "#{commit.CommitId} #{variables.Name} #{codepipeline.PipelineExecutionId}"],
  ["onSuccess", "#{built.Tag}"],
  ["onFailure", "#{built.Tag} #{commit.CommitId}"],
];

describe("the checks of rules", () => {
  it.each(needs)("refuse %j without %s", (guard, property) => {
    expectRefused(
      guarded("beforeEntry", guard),
      `InvalidStageDeclarationException: Stage Build: the configuration of rule 'Guard' is missing required configuration '${property}'`,
    );
  });

  it("refuse commands without a command", () => {
    expectRefused(
      guarded("onSuccess", rule("Commands", "Guard")),
      "InvalidStageDeclarationException: Stage Build: rule Guard must have a non-empty commands field",
    );
  });

  it.each(unknown)("refuse, %s, the variable %s, which is not there by then", (kind, text) => {
    expectRefused(
      guarded(kind, checks(text)),
      `InvalidStageDeclarationException: Stage Build: rule Check refers to the variable ${text}, which no earlier action and no pipeline variable provides`,
    );
  });

  it.each(known)("take, %s, %s", (kind, text) => {
    new SmallWorld().create(guarded(kind, checks(text)));
  });

  it("refuse an input artifact that is not there by then, and take it on success", () => {
    const guard = { ...rule("CodeBuild", "Guard", { ProjectName: "p" }), inputArtifacts: [{ name: "app" }] };
    expectRefused(
      guarded("beforeEntry", guard),
      "InvalidStageDeclarationException: Stage Build: input artifact app of rule Guard is not the output of an earlier action",
    );
    new SmallWorld().create(guarded("onSuccess", guard));
  });

  it("take a rule of a type nobody knows as it is", () => {
    const small = new SmallWorld();
    small.create(guarded("beforeEntry", rule("NewThing", "Guard")));
    expect(small.stage("shop", "Build").beforeEntryConditionState).toEqual({
      conditionStates: [{ ruleStates: [{ ruleName: "Guard" }] }],
    });
  });
});
