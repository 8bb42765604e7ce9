import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { action, approval, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const build = stage("Build", [task("Compile"), task("Pack", { runOrder: 2 })]);
const ship = stage("Ship", [task("Copy")]);

function running(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", [build, ship]));
  small.pass(minute);
  return small;
}

describe("UpdatePipeline", () => {
  it("counts versions whatever version it is given, and starts nothing", () => {
    const small = running();
    small.pass(10 * minute);
    const answer = small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [ship], { version: 1 }) });
    expect(answer).toMatchObject({ pipeline: { version: 2 } });
    expect(small.executions("shop")).toHaveLength(1);
    expect(small.ask("GetPipelineState", { name: "shop" })).toMatchObject({
      pipelineVersion: 2,
      updated: small.world.now / 1000,
    });
  });

  it("keeps a running execution InProgress until its actions end, then cancels it with its stage", () => {
    const small = running();
    const [{ pipelineExecutionId: id } = { pipelineExecutionId: "" }] = small.executions("shop");
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [build, ship]) });
    expect(small.status("shop", id)).toBe("InProgress");
    small.pass(minute);
    expect(small.status("shop", id)).toBe("Cancelled");
    expect(small.stage("shop", "Build").latestExecution).toEqual({
      pipelineExecutionId: id,
      status: "Cancelled",
    });
    expect(small.action("shop", "Build", "Compile").latestExecution?.status).toBe("Succeeded");
    expect(small.action("shop", "Build", "Pack")).not.toHaveProperty("latestExecution");
    expect(small.eventStates().slice(-3)).toEqual([
      "Action SUCCEEDED",
      "Stage CANCELED",
      "Pipeline CANCELED",
    ]);
  });

  it("a stage that went and comes back stays locked until who was inside has left", () => {
    const small = running();
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [ship]) });
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [build, ship]) });
    small.world.outcomes.add({ action: "App", durationMs: 1 });
    const next = small.start("shop");
    small.pass(2);
    expect(small.stage("shop", "Build").inboundExecution?.pipelineExecutionId).toBe(next);
    small.pass(minute);
    expect(small.stage("shop", "Build").latestExecution?.pipelineExecutionId).toBe(next);
  });

  it("cancels waiting executions at once", () => {
    const small = running();
    const waiting = small.start("shop");
    small.pass(minute - 1);
    const second = small.start("shop");
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [build, ship]) });
    expect(small.status("shop", second)).toBe("Cancelled");
    expect(small.stage("shop", "Source").inboundExecutions).toEqual([]);
    expect(small.status("shop", waiting)).toBe("InProgress");
  });

  it("lets a new execution wait until the cancelled one has left the stage", () => {
    const small = running();
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [build, ship]) });
    const next = small.start("shop");
    small.pass(10 * minute);
    expect(small.status("shop", next)).toBe("Succeeded");
  });

  it("lets an execution that is stopping stop", () => {
    const small = running();
    const [{ pipelineExecutionId } = { pipelineExecutionId: "" }] = small.executions("shop");
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId });
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [build, ship]) });
    small.pass(minute);
    expect(small.status("shop", pipelineExecutionId)).toBe("Stopped");
  });

  it("keeps the state and the transition of stages that keep their name", () => {
    const small = running();
    small.pass(10 * minute);
    const where = { pipelineName: "shop", stageName: "Ship", transitionType: "Inbound" };
    small.ask("DisableStageTransition", { ...where, reason: "Freeze" });
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("New", [approval()]), ship]) });
    expect(small.stage("shop", "Ship")).toMatchObject({
      latestExecution: { status: "Succeeded" },
      inboundTransitionState: { enabled: false, disabledReason: "Freeze" },
    });
    expect(small.stage("shop", "New")).not.toHaveProperty("latestExecution");
    expect(small.stages("shop").map(({ stageName }) => stageName)).toEqual(["Source", "New", "Ship"]);
  });

  it("keeps a secret that is sent back as asterisks", () => {
    const small = new SmallWorld();
    const withToken = (OAuthToken: string): object => {
      const configuration = { Owner: "acme", Repo: "shop", Branch: "main", OAuthToken };
      const hub = action("Source/GitHub", "App", { owner: "ThirdParty", outputs: ["src"], configuration });
      return { ...pipelineOf("shop", []), stages: [stage("Source", [hub]), ship] };
    };
    expect(JSON.stringify(small.ask("CreatePipeline", { pipeline: withToken("secret-1") }))).not.toContain(
      "secret-1",
    );
    expect(JSON.stringify(small.ask("UpdatePipeline", { pipeline: withToken("****") }))).toContain(
      '"OAuthToken":"****"',
    );
    const kept = small.world.region(small.ctx.account, small.ctx.region).pipeline("shop")?.versions[1];
    expect(kept?.stages[0]?.actions[0]?.configuration?.OAuthToken).toBe("secret-1");
    small.pass(minute);
    expect(small.actionRuns("shop")[0]?.input).toMatchObject({
      configuration: { OAuthToken: "****" },
      resolvedConfiguration: { OAuthToken: "****" },
    });
    expect(JSON.stringify(small.ask("GetPipeline", { name: "shop", version: 1 }))).not.toContain("secret-1");
  });

  it("refuses a name that does not exist", () => {
    const small = new SmallWorld();
    expect(small.refusal("UpdatePipeline", { pipeline: pipelineOf("shop", [ship]) })).toBe(
      "ValidationException: Account '111122223333' does not have a pipeline with name 'shop'",
    );
  });
});
