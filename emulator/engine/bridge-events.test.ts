import { describe, expect, it } from "vitest";
import { action, approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { minute } from "./duration";

function run(small: SmallWorld): void {
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
  small.pass(5 * minute);
}

describe("events", () => {
  it("tell a whole execution in order", () => {
    const small = new SmallWorld();
    run(small);
    expect(small.eventStates()).toEqual([
      "Pipeline STARTED",
      "Stage STARTED",
      "Action STARTED",
      "Action SUCCEEDED",
      "Stage SUCCEEDED",
      "Stage STARTED",
      "Action STARTED",
      "Action SUCCEEDED",
      "Stage SUCCEEDED",
      "Pipeline SUCCEEDED",
    ]);
  });

  it("have EventBridge's envelope and the documented fields", () => {
    const small = new SmallWorld();
    run(small);
    const [started, , , sourceDone] = small.world.events.after(0);
    expect(started).toMatchObject({
      seq: 1,
      account: "111122223333",
      region: "eu-west-1",
      event: {
        version: "0",
        "detail-type": "CodePipeline Pipeline Execution State Change",
        source: "aws.codepipeline",
        account: "111122223333",
        time: "2025-11-20T09:00:00Z",
        region: "eu-west-1",
        resources: ["arn:aws:codepipeline:eu-west-1:111122223333:shop"],
        detail: {
          pipeline: "shop",
          "execution-id": small.executions("shop")[0]?.pipelineExecutionId,
          "start-time": "2025-11-20T09:00:00.000Z",
          "execution-trigger": {
            "trigger-type": "CreatePipeline",
            "trigger-detail": "arn:aws:iam::111122223333:user/emulator",
          },
          state: "STARTED",
          version: 1,
          "pipeline-execution-attempt": 1,
        },
      },
    });
    expect(sourceDone?.event.detail).toMatchObject({
      stage: "Source",
      action: "App",
      state: "SUCCEEDED",
      region: "eu-west-1",
      type: { owner: "AWS", provider: "CodeCommit", category: "Source", version: "1" },
      "output-artifacts": [{ name: "src", s3location: { bucket: "artifact-bucket" } }],
    });
    expect(sourceDone?.event.detail["execution-result"]).toHaveProperty("external-execution-summary");
  });

  it("name what failed and why", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({
      action: "Go",
      status: "Failed",
      errorDetails: { code: "JobFailed", message: "broken" },
    });
    small.create(pipelineOf("shop", [stage("Run", [task("Go", { inputs: ["src"] })])]));
    small.pass(5 * minute);
    const events = small.world.events.after(6).map(({ event }) => event.detail);
    expect(events.map((detail) => detail.state)).toEqual(["STARTED", "FAILED", "FAILED", "FAILED"]);
    expect(events[0]).toMatchObject({ "input-artifacts": [{ name: "src" }] });
    expect(events[1]).toMatchObject({
      "execution-result": { "error-code": "JobFailed", "external-execution-summary": "broken" },
    });
  });

  it("carry the commit of a push and the comments of a stop", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const configuration = {
      ConnectionArn: "arn:connection",
      FullRepositoryId: "acme/shop",
      BranchName: "main",
    };
    const source = action("Source/CodeStarSourceConnection", "App", { outputs: ["src"], configuration });
    const stages = [stage("Source", [source]), stage("Gate", [approval()])];
    small.create({ ...pipelineOf("shop", []), stages });
    small.pass(minute);
    const before = small.world.events.last;
    const [id = ""] = small.world.addRevision({
      ...small.ctx,
      pipeline: "shop",
      action: "App",
      revisionId: "abc",
      summary: "Fix",
      author: "Ann",
      branch: "main",
    });
    expect(small.world.events.after(before)[0]?.event.detail["execution-trigger"]).toMatchObject({
      "author-display-name": "Ann",
      "author-email": "ann@example.com",
      "author-id": "Ann",
      "author-date": expect.stringMatching(/T\d\d:\d\d:\d\dZ$/),
      "provider-type": "GitHub",
      "commit-id": "abc",
      "commit-message": "Fix",
      "branch-name": "main",
      "full-repository-name": "acme/shop",
      "connection-arn": "arn:connection",
    });
    small.pass(minute);
    small.ask("StopPipelineExecution", {
      pipelineName: "shop",
      pipelineExecutionId: id,
      reason: "wrong branch",
    });
    const stopping = small.world.events.after(0).find(({ event }) => event.detail.state === "STOPPING");
    expect(stopping?.event.detail).toMatchObject({ "stop-execution-comments": "wrong branch" });
  });

  it("leave out the commit of a push that failed in the source stage", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const configuration = {
      ConnectionArn: "arn:connection",
      FullRepositoryId: "acme/shop",
      BranchName: "main",
    };
    const source = action("Source/CodeStarSourceConnection", "App", { outputs: ["src"], configuration });
    small.create({
      ...pipelineOf("shop", []),
      stages: [stage("Source", [source]), stage("Run", [task("Go")])],
    });
    small.pass(5 * minute);
    small.world.outcomes.add({ action: "App", status: "Failed" });
    small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App" });
    small.pass(5 * minute);
    const last = small.world.events.after(small.world.events.last - 1)[0];
    expect(last?.event.detail).toMatchObject({ state: "FAILED" });
    expect(last?.event.detail).not.toHaveProperty("execution-trigger");
  });

  it("are not kept while a world builds its past", () => {
    const small = new SmallWorld();
    small.world.events.recording = false;
    run(small);
    expect(small.world.events.last).toBe(0);
    expect(small.world.events.after(0)).toEqual([]);
  });
});
