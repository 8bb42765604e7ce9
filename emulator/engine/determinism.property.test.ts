import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import type { ExecutionMode } from "./declaration";
import { day, minute, second } from "./duration";
import type { Execution, Pipeline } from "./record";
import { ServiceError } from "./service-error";

type Step =
  | { kind: "pass"; ms: number }
  | { kind: "start" | "push" | "update" }
  | { kind: "stop"; which: number; abandon: boolean }
  | { kind: "gate"; stage: string; open: boolean }
  | { kind: "answer"; approve: boolean }
  | { kind: "fail"; action: string };

const mode = fc.constantFrom<ExecutionMode>("SUPERSEDED", "QUEUED", "PARALLEL");
const stageName = fc.constantFrom("Source", "Build", "Gate", "Ship");
const passing = fc.oneof(fc.integer({ min: 0, max: 10 * second }), fc.integer({ min: 0, max: 40 * minute }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("pass" as const), ms: passing }) },
  fc.record({
    kind: fc.constantFrom("start" as const, "push" as const, "start" as const, "update" as const),
  }),
  fc.record({ kind: fc.constant("stop" as const), which: fc.nat(20), abandon: fc.boolean() }),
  fc.record({ kind: fc.constant("gate" as const), stage: stageName, open: fc.boolean() }),
  fc.record({ kind: fc.constant("answer" as const), approve: fc.boolean() }),
  fc.record({
    kind: fc.constant("fail" as const),
    action: fc.constantFrom("App", "Compile", "Lint", "Copy", "Alarm"),
  }),
);

const steps = fc.array(step, { minLength: 5, maxLength: 60 });

const beforeEntry = {
  conditions: [
    {
      result: "FAIL",
      rules: [{ name: "Alarm", ruleTypeId: { category: "Rule", provider: "CloudWatchAlarm" } }],
    },
  ],
};

function declaration(executionMode: ExecutionMode): ReturnType<typeof pipelineOf> {
  const build = stage("Build", [task("Compile"), task("Lint"), task("Pack", { runOrder: 2 })]);
  return pipelineOf(
    "shop",
    [build, stage("Gate", [approval()]), stage("Ship", [task("Copy")], { beforeEntry })],
    {
      executionMode,
    },
  );
}

function take(small: SmallWorld, pipeline: Pipeline, chosen: ExecutionMode, next: Step): void {
  const pipelineName = "shop";
  if (next.kind === "pass") small.pass(next.ms);
  if (next.kind === "start") small.start("shop");
  if (next.kind === "push") small.world.addRevision({ ...small.ctx, pipeline: "shop", action: "App" });
  if (next.kind === "update") small.ask("UpdatePipeline", { pipeline: declaration(chosen) });
  if (next.kind === "fail") {
    const named = next.action === "Alarm" ? { rule: next.action } : { action: next.action };
    small.world.outcomes.add({ ...named, status: "Failed", times: 1 });
  }
  if (next.kind === "stop") {
    const execution = pipeline.executions[next.which % pipeline.executions.length];
    small.ask("StopPipelineExecution", {
      pipelineName,
      pipelineExecutionId: execution?.id,
      abandon: next.abandon,
    });
  }
  if (next.kind === "gate") {
    const where = { pipelineName, stageName: next.stage, transitionType: "Inbound" };
    if (next.open) small.ask("EnableStageTransition", where);
    else small.ask("DisableStageTransition", { ...where, reason: "Closed" });
  }
  const open = [...pipeline.runningActions].find((run) => run.approvalToken !== undefined);
  if (next.kind === "answer" && open) {
    const result = { status: next.approve ? "Approved" : "Rejected", summary: "" };
    small.ask("PutApprovalResult", {
      pipelineName,
      stageName: "Gate",
      actionName: "Ask",
      result,
      token: open.approvalToken,
    });
  }
}

function takeOrRefused(small: SmallWorld, pipeline: Pipeline, chosen: ExecutionMode, next: Step): void {
  try {
    take(small, pipeline, chosen, next);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** Executions whose actions run, by stage. */
function holders(pipeline: Pipeline): Map<string, Set<Execution>> {
  const found = new Map<string, Set<Execution>>();
  for (const run of pipeline.runningActions) {
    const name = run.stageRun.declaration.name;
    found.set(name, (found.get(name) ?? new Set()).add(run.stageRun.execution));
  }
  return found;
}

function checkInvariants(pipeline: Pipeline, chosen: ExecutionMode): void {
  for (const executions of holders(pipeline).values())
    if (chosen !== "PARALLEL") expect(executions.size).toBe(1);
  for (const gate of pipeline.gates.values()) {
    const waiting = gate.waiters.filter(({ execution }) => execution.status === "InProgress");
    if (chosen === "SUPERSEDED") expect(waiting.length).toBeLessThanOrEqual(1);
    if (gate.transition.enabled && !gate.occupant) expect(waiting.filter(({ stale }) => !stale)).toEqual([]);
  }
  for (const execution of pipeline.active) {
    expect(["InProgress", "Stopping"]).toContain(execution.status);
    expect(execution.stageRun === undefined).toBe(execution.waitingAt !== undefined);
  }
}

function play(
  chosen: ExecutionMode,
  seed: number,
  steps: readonly Step[],
): { small: SmallWorld; pipeline: Pipeline } {
  const small = new SmallWorld({ seed });
  small.world.outcomes.add({ action: "Lint", durationMs: 5 * minute });
  small.create(declaration(chosen));
  const pipeline = small.world.region(small.ctx.account, small.ctx.region).pipeline("shop");
  if (!pipeline) throw new Error("the pipeline was not made");
  for (const next of steps) {
    takeOrRefused(small, pipeline, chosen, next);
    checkInvariants(pipeline, chosen);
  }
  return { small, pipeline };
}

describe("whatever is done to a pipeline", () => {
  it("one execution is inside a stage outside PARALLEL, and every execution ends once all transitions are open", () => {
    fc.assert(
      fc.property(mode, fc.nat(1000), steps, (chosen, seed, taken) => {
        const { small, pipeline } = play(chosen, seed, taken);
        for (const name of ["Source", "Build", "Gate", "Ship"]) {
          small.ask("EnableStageTransition", {
            pipelineName: "shop",
            stageName: name,
            transitionType: "Inbound",
          });
        }
        small.pass(2000 * day);
        expect(pipeline.active.size).toBe(0);
        expect(pipeline.runningActions.size + pipeline.runningRules.size).toBe(0);
        expect(small.world.nextEventAt()).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("QUEUED executions enter a stage in the order they reached the one before", () => {
    fc.assert(
      fc.property(fc.nat(1000), steps, (seed, taken) => {
        const { pipeline } = play("QUEUED", seed, taken);
        for (const name of ["Source", "Build", "Gate", "Ship"]) {
          const entered = pipeline.actionRuns.filter((run) => run.stageRun.declaration.name === name);
          const order = [
            ...new Set(entered.map((run) => pipeline.executions.indexOf(run.stageRun.execution))),
          ];
          expect(order).toEqual([...order].sort((left, right) => left - right));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the same seed and the same calls give the same bytes", () => {
    fc.assert(
      fc.property(mode, fc.nat(1000), steps, (chosen, seed, taken) => {
        const [one, two] = [1, 2].map(() => {
          const { small } = play(chosen, seed, taken);
          return JSON.stringify([
            small.stages("shop"),
            small.executions("shop"),
            small.actionRuns("shop"),
            small.world.events.after(0),
          ]);
        });
        expect(one).toBe(two);
      }),
      { numRuns: 60 },
    );
  });
});
