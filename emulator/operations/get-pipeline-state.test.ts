import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { action, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

describe("GetPipelineState", () => {
  it("shows a stage nobody has entered with nothing but its names and its transition", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [action("Deploy/Depot", "Ship")])]));
    expect(small.stage("shop", "Run")).toEqual({
      stageName: "Run",
      inboundExecutions: [],
      inboundTransitionState: { enabled: true },
      actionStates: [{ actionName: "Ship" }],
    });
  });

  it("shows neighbouring stages with different executions", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    small.pass(5 * minute);
    const second = small.start("shop");
    const [source, run] = small.stages("shop");
    expect(source?.latestExecution).toEqual({ pipelineExecutionId: second, status: "InProgress" });
    expect(run?.latestExecution).toMatchObject({ status: "Succeeded" });
    expect(run?.latestExecution?.pipelineExecutionId).not.toBe(second);
  });

  it("shows what an action's service said", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.world.outcomes.add({
      action: "Go",
      durationMs: 1500,
      summary: "done",
      externalExecutionUrl: "https://x.test/1",
    });
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    small.pass(2 * minute);
    const state = small.action("shop", "Run", "Go");
    expect(state).toMatchObject({
      entityUrl: "https://eu-west-1.console.aws.amazon.com/lambda/home?#/functions/task",
      latestExecution: {
        status: "Succeeded",
        summary: "done",
        lastStatusChange: worldStart / 1000 + 61.5,
        externalExecutionUrl: "https://x.test/1",
      },
    });
  });

  it("shows the revision a source delivered, with its link", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.action("shop", "Source", "App")).not.toHaveProperty("currentRevision");
    small.pass(minute);
    expect(small.action("shop", "Source", "App")).toMatchObject({
      currentRevision: { revisionId: expect.stringMatching(/^[0-9a-f]{40}$/), created: worldStart / 1000 },
      revisionUrl: expect.stringContaining("codecommit/home#/repository/shop/commit/"),
    });
  });

  it("refuses a name that does not exist", () => {
    expect(new SmallWorld().refusal("GetPipelineState", { name: "shop" })).toContain(
      "PipelineNotFoundException",
    );
  });
});
