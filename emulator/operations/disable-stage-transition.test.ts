import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const where = { pipelineName: "shop", stageName: "Build", reason: "Release freeze (team A)" };

function shop(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", [stage("Build", [task("Compile")]), stage("Ship", [task("Copy")])]));
  return small;
}

describe("DisableStageTransition", () => {
  it("answers nothing and shows who closed the way, when and why", () => {
    const small = shop();
    expect(small.ask("DisableStageTransition", { ...where, transitionType: "Inbound" })).toBeUndefined();
    expect(small.stage("shop", "Build").inboundTransitionState).toEqual({
      enabled: false,
      lastChangedBy: small.ctx.principalArn,
      lastChangedAt: small.world.now / 1000,
      disabledReason: "Release freeze (team A)",
    });
  });

  it("closes the way into the next stage for Outbound, and lets what is inside go on", () => {
    const small = shop();
    small.pass(minute);
    small.ask("DisableStageTransition", { ...where, transitionType: "Outbound" });
    small.pass(minute);
    expect(small.stage("shop", "Build")).toMatchObject({
      inboundTransitionState: { enabled: true },
      latestExecution: { status: "Succeeded" },
    });
    expect(small.stage("shop", "Ship")).toMatchObject({
      inboundTransitionState: { enabled: false },
      inboundExecution: { status: "InProgress" },
    });
  });

  it("holds new executions in front of the first stage", () => {
    const small = shop();
    small.pass(10 * minute);
    small.ask("DisableStageTransition", { ...where, stageName: "Source", transitionType: "Inbound" });
    const id = small.start("shop");
    expect(small.stage("shop", "Source").inboundExecution).toEqual({
      pipelineExecutionId: id,
      status: "InProgress",
    });
  });

  it("closed again, shows the newest change", () => {
    const small = shop();
    small.ask("DisableStageTransition", { ...where, transitionType: "Inbound" });
    small.pass(minute);
    small.ask("DisableStageTransition", { ...where, transitionType: "Inbound", reason: "Still frozen" });
    expect(small.stage("shop", "Build").inboundTransitionState).toMatchObject({
      disabledReason: "Still frozen",
      lastChangedAt: small.world.now / 1000,
    });
  });

  it("refuses a reason with a comma, the outbound side of the last stage, unknown stages and pipelines", () => {
    const small = shop();
    const body = { ...where, transitionType: "Inbound" };
    expect(small.refusal("DisableStageTransition", { ...body, reason: "a, b" })).toContain(
      "ValidationException",
    );
    expect(
      small.refusal("DisableStageTransition", { ...where, stageName: "Ship", transitionType: "Outbound" }),
    ).toBe("ValidationException: Stage 'Ship' is the last one and has no outbound transition");
    expect(small.refusal("DisableStageTransition", { ...body, stageName: "Nowhere" })).toContain(
      "StageNotFoundException",
    );
    expect(small.refusal("DisableStageTransition", { ...body, pipelineName: "other" })).toContain(
      "PipelineNotFoundException",
    );
  });
});
