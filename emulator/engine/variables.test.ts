import { describe, expect, it } from "vitest";
import { action, approval, pipelineOf, stage } from "../operations/testing/declarations";
import { type ActionDetailAnswer, SmallWorld } from "../operations/testing/small-world";
import type { PipelineDeclaration } from "./declaration";
import { minute } from "./duration";

const run = action("Build/CodeBuild", "Build", {
  inputs: ["src"],
  namespace: "Build",
  configuration: { ProjectName: "shop" },
});

/** A build, then an approval whose text is `CustomData`. */
function asking(
  CustomData: string,
  outputVariables: Record<string, string> = {},
  parts: Partial<PipelineDeclaration> = {},
): SmallWorld {
  const small = new SmallWorld();
  small.world.outcomes.add({ action: "App", durationMs: minute });
  small.world.outcomes.add({ action: "Build", durationMs: minute, outputVariables });
  const gate = stage("Gate", [approval("Ask", { configuration: { CustomData } })]);
  small.create(pipelineOf("shop", [stage("Build", [run]), gate], parts));
  small.pass(5 * minute);
  return small;
}

function ask(small: SmallWorld): ActionDetailAnswer | undefined {
  return small.actionRuns("shop").find(({ actionName }) => actionName === "Ask");
}

function resolved(small: SmallWorld): string | undefined {
  return ask(small)?.input.resolvedConfiguration.CustomData;
}

describe("references to variables", () => {
  it("are replaced wherever they stand in a text, and the raw text is kept beside", () => {
    const small = asking(
      "#{Build.NAME}: ship #{Build.VERSION} of #{variables.Target} (#{codepipeline.PipelineExecutionId})",
      { NAME: "shop", VERSION: "1.2" },
      { variables: [{ name: "Target", defaultValue: "prod" }] },
    );
    const id = small.executions("shop")[0]?.pipelineExecutionId;
    expect(resolved(small)).toBe(`shop: ship 1.2 of prod (${id})`);
    expect(ask(small)?.input.configuration.CustomData).toContain("#{Build.NAME}");
  });

  it("are replaced once: a value that looks like a reference stays what it is", () => {
    const values = { ONE: "#{Build.TWO}", TWO: "$& two" };
    expect(resolved(asking("#{Build.ONE} #{Build.TWO} #{Build.ONE}", values))).toBe(
      "#{Build.TWO} $& two #{Build.TWO}",
    );
  });

  it("stay as they are where they are none", () => {
    expect(resolved(asking("#{Build} #{} {Build.X} #{Build.A.B}"))).toBe(
      "#{Build} #{} {Build.X} #{Build.A.B}",
    );
  });

  it("fail the action when nothing answers to them", () => {
    const small = asking("#{codepipeline.Nothing}");
    expect(small.action("shop", "Gate", "Ask").latestExecution).toMatchObject({
      status: "Failed",
      errorDetails: {
        code: "ConfigurationError",
        message:
          "The configuration of action Ask refers to variables that have no value: #{codepipeline.Nothing}",
      },
    });
  });

  it("fail the action when its configuration gets larger than 100 KB, and output variables of 120 KB the producer", () => {
    const references = Array.from({ length: 60 }, () => "#{Build.LONG}").join("");
    const large = asking(references, { LONG: "x".repeat(2000) });
    expect(large.action("shop", "Gate", "Ask").latestExecution?.errorDetails?.message).toBe(
      "The configuration of action Ask has 120010 bytes with its variables, more than 102400.",
    );
    const output = asking("Ship?", { LONG: "x".repeat(122_877) });
    expect(output.action("shop", "Build", "Build").latestExecution).toMatchObject({
      status: "Failed",
      errorDetails: {
        code: "JobFailed",
        message: "The output variables of action Build have 122881 bytes, more than 122880.",
      },
    });
    expect(output.actionRuns("shop")[0]?.output.outputVariables).toEqual({});
    const most = asking("Ship?", { LONG: "x".repeat(122_876) });
    expect(most.action("shop", "Build", "Build").latestExecution?.status).toBe("Succeeded");
  });

  it("of rules are answered by what they name", () => {
    const rule = {
      name: "Version",
      ruleTypeId: { category: "Rule", owner: "AWS", provider: "VariableCheck", version: "1" },
      configuration: { Variable: "#{Build.APP_VERSION}", Value: "none", Operator: "NE" },
    };
    const beforeEntry = { conditions: [{ result: "FAIL", rules: [rule] }] };
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const gate = stage("Gate", [approval()], { beforeEntry });
    small.create(pipelineOf("shop", [stage("Build", [run]), gate]));
    small.pass(5 * minute);
    const { ruleExecutionDetails } = small.ask<{ ruleExecutionDetails: unknown }>("ListRuleExecutions", {
      pipelineName: "shop",
    });
    expect(ruleExecutionDetails).toMatchObject([{ status: "Succeeded" }]);
  });
});

describe("texts that are too long for an answer", () => {
  it("are cut", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({
      action: "Build",
      errorDetails: { code: "JobFailed", message: "m".repeat(6000) },
    });
    const connection = {
      ConnectionArn: "arn:c",
      FullRepositoryId: "acme/shop",
      BranchName: "main",
    };
    const first = action("Source/CodeStarSourceConnection", "App", {
      outputs: ["src"],
      configuration: connection,
    });
    small.create({
      ...pipelineOf("shop", []),
      stages: [stage("Source", [first]), stage("Build", [run])],
    });
    small.pass(5 * minute);
    const latest = small.action("shop", "Build", "Build").latestExecution;
    expect(latest?.errorDetails?.message).toHaveLength(5000);
    expect(latest?.summary).toHaveLength(2048);
    small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App", summary: "\u0001".repeat(900) });
    small.pass(5 * minute);
    const summary = small.executions("shop")[0]?.sourceRevisions[0]?.revisionSummary ?? "";
    expect(summary.length).toBeLessThanOrEqual(2048);
    expect(JSON.parse(summary)).toMatchObject({ ProviderType: "GitHub" });
  });

  it("of commits are cut at 2048 characters", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Build", [run])]));
    small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App", summary: "s".repeat(3000) });
    small.pass(5 * minute);
    expect(small.executions("shop")[0]?.sourceRevisions[0]?.revisionSummary).toHaveLength(2048);
  });
});
