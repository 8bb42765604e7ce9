import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const where = { pipelineName: "shop", stageName: "Run", transitionType: "Inbound" };

describe("EnableStageTransition", () => {
  it("lets in who waits and keeps who changed it and when, without the reason", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    small.ask("DisableStageTransition", { ...where, reason: "Freeze" });
    small.pass(5 * minute);
    expect(small.ask("EnableStageTransition", where)).toBeUndefined();
    expect(small.stage("shop", "Run")).toMatchObject({
      latestExecution: { status: "InProgress" },
      inboundExecutions: [],
    });
    expect(small.stage("shop", "Run").inboundTransitionState).toEqual({
      enabled: true,
      lastChangedBy: small.ctx.principalArn,
      lastChangedAt: small.world.now / 1000,
    });
  });

  it("succeeds for a transition that is open", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.ask("EnableStageTransition", where)).toBeUndefined();
  });

  it("refuses unknown stages and pipelines", () => {
    const small = new SmallWorld();
    expect(small.refusal("EnableStageTransition", where)).toContain("PipelineNotFoundException");
    small.create(pipelineOf("shop", [stage("Other", [task("Go")])]));
    expect(small.refusal("EnableStageTransition", where)).toContain("StageNotFoundException");
  });
});
