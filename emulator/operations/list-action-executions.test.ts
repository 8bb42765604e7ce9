import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { action, pipelineOf, source, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

describe("ListActionExecutions", () => {
  it("answers newest first, with artifacts, variables and what the service said", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const build = action("Build/CodeBuild", "Compile", {
      inputs: ["src"],
      outputs: ["app"],
      configuration: { ProjectName: "shop-#{Commit.BranchName}" },
      namespace: "Made",
      roleArn: "arn:aws:iam::111122223333:role/build",
    });
    const first = stage("Source", [source("App", { namespace: "Commit" })]);
    const ask = action("Approval/Manual", "Ask", {
      configuration: { CustomData: "Tag #{Made.IMAGE_TAG} of #{codepipeline.PipelineExecutionId}?" },
    });
    small.create({
      ...pipelineOf("shop", []),
      stages: [first, stage("Build", [build]), stage("Gate", [ask])],
    });
    small.world.outcomes.add({ action: "Compile", durationMs: minute, outputVariables: { IMAGE_TAG: "v1" } });
    small.pass(2 * minute);
    const runs = small.actionRuns("shop");
    const [asked, compiled, fetched] = runs;
    expect(runs).toHaveLength(3);
    expect(asked).toMatchObject({
      status: "InProgress",
      input: { resolvedConfiguration: { CustomData: `Tag v1 of ${asked?.pipelineExecutionId}?` } },
    });
    expect(asked?.output).toEqual({ outputArtifacts: [], executionResult: {}, outputVariables: {} });
    expect(compiled).toMatchObject({
      pipelineVersion: 1,
      stageName: "Build",
      actionName: "Compile",
      startTime: worldStart / 1000 + 60,
      lastUpdateTime: worldStart / 1000 + 120,
      status: "Succeeded",
      input: {
        configuration: { ProjectName: "shop-#{Commit.BranchName}" },
        resolvedConfiguration: { ProjectName: "shop-main" },
        roleArn: "arn:aws:iam::111122223333:role/build",
        region: "eu-west-1",
        namespace: "Made",
        inputArtifacts: [
          {
            name: "src",
            s3location: { bucket: "artifact-bucket", key: expect.stringMatching(/^shop\/src\/\w{7}$/) },
          },
        ],
      },
      output: {
        outputArtifacts: [{ name: "app", s3location: { bucket: "artifact-bucket" } }],
        executionResult: { externalExecutionId: expect.stringContaining("shop-main:") },
        outputVariables: { IMAGE_TAG: "v1" },
      },
    });
    expect(fetched?.output.outputVariables).toMatchObject({ BranchName: "main", RepositoryName: "shop" });
  });

  it("filters by execution, and by the last attempts in one", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    small.pass(5 * minute);
    const second = small.start("shop");
    small.pass(5 * minute);
    const of = (filter: object): string[] =>
      small.actionRuns("shop", { filter }).map(({ pipelineExecutionId }) => pipelineExecutionId);
    expect(small.actionRuns("shop")).toHaveLength(4);
    expect(of({ pipelineExecutionId: second })).toEqual([second, second]);
    const latest = (startTimeRange: string): object => ({
      latestInPipelineExecution: { pipelineExecutionId: second, startTimeRange },
    });
    expect(of(latest("Latest"))).toEqual([second, second]);
    expect(of(latest("All"))).toEqual([second, second]);
    const first = small.executions("shop")[1]?.pipelineExecutionId;
    expect(of({ pipelineExecutionId: first, ...latest("All") })).toEqual([]);
  });

  it("pages within one execution", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Run", [task("A"), task("B"), task("C")])]));
    small.pass(5 * minute);
    const body = { pipelineName: "shop", maxResults: 2 };
    const first = small.ask<{ nextToken: string; actionExecutionDetails: object[] }>(
      "ListActionExecutions",
      body,
    );
    const second = small.ask<{ actionExecutionDetails: Array<{ actionName: string }> }>(
      "ListActionExecutions",
      { ...body, nextToken: first.nextToken },
    );
    expect(first.actionExecutionDetails).toMatchObject([{ actionName: "C" }, { actionName: "B" }]);
    expect(second).toMatchObject({ actionExecutionDetails: [{ actionName: "A" }, { actionName: "App" }] });
    expect(second).not.toHaveProperty("nextToken");
  });

  it("refuses an execution that does not exist", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    const filter = { pipelineExecutionId: "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10" };
    expect(small.refusal("ListActionExecutions", { pipelineName: "shop", filter })).toContain(
      "PipelineExecutionNotFoundException",
    );
  });
});
