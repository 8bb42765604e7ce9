import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExecutionMode } from "../engine/declaration";
import { day, minute, second } from "../engine/duration";
import { ServiceError } from "../engine/service-error";
import { execute } from "./execute";
import { RenderedStates } from "./rendered-states";
import { condition } from "./testing/conditions";
import { approval, pipelineOf, source, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const names = ["shop", "till", "polled"] as const;
const modes: Record<(typeof names)[number], ExecutionMode> = {
  shop: "SUPERSEDED",
  till: "QUEUED",
  polled: "PARALLEL",
};

function declaration(name: (typeof names)[number], executionMode = modes[name]) {
  const back = executionMode === "PARALLEL" ? "FAIL" : "ROLLBACK";
  const build = stage("Build", [task("Compile"), task("Lint"), task("Pack", { runOrder: 2 })], {
    onFailure: { result: "RETRY", retryConfiguration: { retryMode: "ALL_ACTIONS" } },
  });
  const gate = stage("Gate", [approval()], { onFailure: { result: back } });
  const ship = stage("Ship", [task("Copy")], {
    beforeEntry: condition("FAIL"),
    onSuccess: condition(back),
    onFailure: { result: "RETRY", ...condition(back) },
  });
  const made = pipelineOf(name, [build, gate, ship], { executionMode });
  if (name !== "polled") return made;
  const configuration = { RepositoryName: "shop", BranchName: "main" };
  return { ...made, stages: [stage("Source", [source("App", { configuration })]), build, gate, ship] };
}

const kinds = [
  ...[
    "pass",
    "pass",
    "pass",
    "pass",
    "start",
    "start",
    "push",
    "update",
    "recreate",
    "stop",
    "answer",
    "answer",
  ],
  ...["retry", "retry", "roll back", "override", "open", "close", "fail", "mode"],
] as const;

const step = fc.record({
  kind: fc.constantFrom(...kinds),
  name: fc.constantFrom(...names),
  stageName: fc.constantFrom("Source", "Build", "Gate", "Ship"),
  /** Place from the newest execution back. */
  back: fc.nat(4),
  yes: fc.boolean(),
  ms: fc.oneof(fc.nat(10 * second), fc.nat(40 * minute)),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function pipelineNamed(small: SmallWorld, name: string) {
  return small.world.region(small.ctx.account, small.ctx.region).pipeline(name);
}

function take(small: SmallWorld, { kind, name, stageName, back, yes, ms }: Step): void {
  const pipeline = pipelineNamed(small, name);
  const pipelineExecutionId = pipeline?.executions.at(-1 - back)?.id;
  const place = { pipelineName: name, stageName };
  const transition = { ...place, transitionType: "Inbound" };
  if (kind === "pass") small.pass(ms);
  if (kind === "start") small.start(name);
  if (kind === "push") small.world.addRevision({ ...small.ctx, pipeline: name, action: "App" });
  if (kind === "update") small.ask("UpdatePipeline", { pipeline: declaration(name) });
  if (kind === "mode") small.ask("UpdatePipeline", { pipeline: declaration(name, "PARALLEL") });
  if (kind === "recreate") {
    small.ask("DeletePipeline", { name });
    small.create(declaration(name));
  }
  if (kind === "stop")
    small.ask("StopPipelineExecution", { pipelineName: name, pipelineExecutionId, abandon: yes });
  if (kind === "open") small.ask("EnableStageTransition", transition);
  if (kind === "close") small.ask("DisableStageTransition", { ...transition, reason: "Closed" });
  if (kind === "retry") {
    const retryMode = yes ? "FAILED_ACTIONS" : "ALL_ACTIONS";
    small.ask("RetryStageExecution", { ...place, pipelineExecutionId, retryMode });
  }
  if (kind === "roll back")
    small.ask("RollbackStage", { ...place, targetPipelineExecutionId: pipelineExecutionId });
  if (kind === "override") {
    const conditionType = yes ? "BEFORE_ENTRY" : "ON_SUCCESS";
    small.ask("OverrideStageCondition", { ...place, pipelineExecutionId, conditionType });
  }
  if (kind === "fail") {
    const named = yes ? { rule: "Alarm" } : { pipeline: name, stage: stageName };
    small.world.outcomes.add({ ...named, status: "Failed", times: 1 });
  }
  const open = [...(pipeline?.runningActions ?? [])].find(({ approvalToken }) => approvalToken !== undefined);
  if (kind === "answer" && open) {
    const result = { status: yes ? "Approved" : "Rejected", summary: "" };
    const asked = { pipelineName: name, stageName: "Gate", actionName: "Ask", result };
    small.ask("PutApprovalResult", { ...asked, token: open.approvalToken });
  }
}

function takeOrRefused(small: SmallWorld, next: Step): void {
  try {
    take(small, next);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

function fresh(small: SmallWorld, name: string): string {
  return JSON.stringify(execute(small.world, small.ctx, "GetPipelineState", { name }));
}

function startedWorld(): SmallWorld {
  const small = new SmallWorld();
  small.world.outcomes.add({ action: "Lint", durationMs: 5 * minute, percentSteps: [10, 40, 41, 90] });
  for (const name of names) small.create(declaration(name));
  return small;
}

describe("a kept state of a pipeline", () => {
  it("is the state as it is made anew, whatever happened to it or another one meanwhile", () => {
    let reused = 0;
    let made = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const small = startedWorld();
        const states = new RenderedStates();
        const before = new Map<string, Buffer>();
        for (const next of steps) {
          takeOrRefused(small, next);
          for (const name of names) {
            const state = states.answer(small.world, small.ctx, { name });
            if (before.get(name) === state) reused += 1;
            else made += 1;
            before.set(name, state);
            expect(state.toString()).toBe(fresh(small, name));
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(reused).toBeGreaterThan(100);
    expect(made).toBeGreaterThan(100);
  });

  it("is the same bytes while nothing happens, and another pipeline's own end leaves it alone", () => {
    const small = startedWorld();
    const states = new RenderedStates();
    const answer = (name: string) => states.answer(small.world, small.ctx, { name });
    small.pass(day);
    small.start("shop");
    const till = answer("till");
    const shop = answer("shop");
    expect(answer("shop")).toBe(shop);
    small.pass(5 * minute);
    expect(answer("shop")).not.toBe(shop);
    expect(answer("till")).toBe(till);
  });

  it("tells a percentage of an action in progress that only the time has changed", () => {
    const small = startedWorld();
    const states = new RenderedStates();
    const answer = () => states.answer(small.world, small.ctx, { name: "shop" });
    small.start("shop");
    while (small.action("shop", "Build", "Lint").latestExecution === undefined) small.pass(second);
    while (small.action("shop", "Build", "Compile").latestExecution?.status !== "Succeeded")
      small.pass(second);
    const early = answer();
    small.pass(2 * minute);
    expect(answer()).not.toBe(early);
    expect(answer().toString()).toBe(fresh(small, "shop"));
  });

  it("is given up for the oldest when more than a thousand pipelines were asked for", () => {
    const small = new SmallWorld({ pipelinesPerRegion: 2000 });
    const states = new RenderedStates();
    const answer = (index: number) => states.answer(small.world, small.ctx, { name: `p${index}` });
    for (let index = 0; index <= 1000; index += 1)
      small.create(pipelineOf(`p${index}`, [stage("Build", [task("Compile")])]));
    const first = answer(0);
    for (let index = 1; index < 1000; index += 1) answer(index);
    expect(answer(0)).toBe(first);
    answer(1000);
    expect(answer(0)).not.toBe(first);
    expect(answer(0)).toEqual(first);
  });

  it("is refused as by the operation when the pipeline is not there or the name is none", () => {
    const small = startedWorld();
    const states = new RenderedStates();
    const refusal = (input: Record<string, unknown>) => () => states.answer(small.world, small.ctx, input);
    expect(refusal({ name: "gone" })).toThrow(expect.objectContaining({ code: "PipelineNotFoundException" }));
    expect(refusal({})).toThrow(expect.objectContaining({ code: "ValidationException" }));
    expect(refusal({ name: 1 })).toThrow(expect.objectContaining({ code: "SerializationException" }));
    small.ask("DeletePipeline", { name: "shop" });
    expect(refusal({ name: "shop" })).toThrow(expect.objectContaining({ code: "PipelineNotFoundException" }));
  });
});
