import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condition } from "../operations/testing/conditions";
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
  | { kind: "retry"; which: number; stage: string; retryMode: string }
  | { kind: "roll back"; which: number; stage: string }
  | { kind: "override"; which: number; stage: string; conditionType: string }
  | { kind: "fail"; action: string };

const mode = fc.constantFrom<ExecutionMode>("SUPERSEDED", "QUEUED", "PARALLEL");
const stageName = fc.constantFrom("Source", "Build", "Gate", "Ship");
/** Places from the newest execution back, so that most calls mean one that something can be done with. */
const which = fc.nat(4);
const passing = fc.oneof(fc.integer({ min: 0, max: 10 * second }), fc.integer({ min: 0, max: 40 * minute }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("pass" as const), ms: passing }) },
  fc.record({
    kind: fc.constantFrom("start" as const, "push" as const, "start" as const, "update" as const),
  }),
  fc.record({ kind: fc.constant("stop" as const), which: fc.nat(20), abandon: fc.boolean() }),
  fc.record({ kind: fc.constant("gate" as const), stage: stageName, open: fc.boolean() }),
  fc.record({ kind: fc.constant("answer" as const), approve: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("retry" as const),
      which,
      stage: stageName,
      retryMode: fc.constantFrom("FAILED_ACTIONS", "ALL_ACTIONS"),
    }),
  },
  fc.record({ kind: fc.constant("roll back" as const), which, stage: stageName }),
  fc.record({
    kind: fc.constant("override" as const),
    which,
    stage: stageName,
    conditionType: fc.constantFrom("BEFORE_ENTRY", "ON_SUCCESS"),
  }),
  fc.record({
    kind: fc.constant("fail" as const),
    action: fc.constantFrom("App", "Compile", "Lint", "Copy", "Alarm", "Alarm"),
  }),
);

const steps = fc.array(step, { minLength: 5, maxLength: 60 });

function declaration(executionMode: ExecutionMode): ReturnType<typeof pipelineOf> {
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
  return pipelineOf("shop", [build, gate, ship], { executionMode });
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
  const back = "which" in next ? next.which % pipeline.executions.length : 0;
  const pipelineExecutionId = pipeline.executions.at(-1 - back)?.id;
  if (next.kind === "retry") {
    const { stage, retryMode } = next;
    small.ask("RetryStageExecution", { pipelineName, stageName: stage, pipelineExecutionId, retryMode });
  }
  if (next.kind === "roll back") {
    const target = { targetPipelineExecutionId: pipelineExecutionId };
    small.ask("RollbackStage", { pipelineName, stageName: next.stage, ...target });
  }
  if (next.kind === "override") {
    const { stage, conditionType } = next;
    small.ask("OverrideStageCondition", {
      pipelineName,
      stageName: stage,
      pipelineExecutionId,
      conditionType,
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

/** Executions whose actions or rules run, by stage. */
function holders(pipeline: Pipeline): Map<string, Set<Execution>> {
  const found = new Map<string, Set<Execution>>();
  for (const run of [...pipeline.runningActions, ...pipeline.runningRules]) {
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

/** EventBridge's words for a status; nothing tells that a stage was skipped. */
const told: Readonly<Record<string, readonly string[]>> = {
  InProgress: ["STARTED", "RESUMED"],
  Skipped: ["STARTED"],
  Succeeded: ["SUCCEEDED"],
  Failed: ["FAILED"],
  Stopping: ["STOPPING"],
  Stopped: ["STOPPED"],
  Superseded: ["SUPERSEDED"],
  Cancelled: ["CANCELED"],
  Abandoned: ["ABANDONED"],
};

/** State of the last event by execution id, by execution id with stage name, and by action execution id. */
function lastStates(small: SmallWorld): Map<string, string> {
  const last = new Map<string, string>();
  for (const { event } of small.world.events.after(0)) {
    const { detail } = event;
    const stay = `${String(detail["execution-id"])} ${String(detail.stage)}`;
    const key = detail["action-execution-id"] ?? ("stage" in detail ? stay : detail["execution-id"]);
    last.set(String(key), String(detail.state));
  }
  return last;
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

  it("the last event of every execution, stage and action tells the status it has", () => {
    fc.assert(
      fc.property(mode, fc.nat(1000), steps, (chosen, seed, taken) => {
        const { small, pipeline } = play(chosen, seed, taken);
        const last = lastStates(small);
        for (const execution of pipeline.executions) {
          expect(told[execution.status]).toContain(last.get(execution.id));
          for (const [name, { status }] of execution.stays)
            expect(told[status]).toContain(last.get(`${execution.id} ${name}`));
        }
        for (const run of pipeline.actionRuns) expect(told[run.status]).toContain(last.get(run.id));
      }),
      { numRuns: 100 },
    );
  });

  it("QUEUED executions enter a stage in the order they reached the one before", () => {
    fc.assert(
      fc.property(fc.nat(1000), steps, (seed, taken) => {
        const { pipeline } = play("QUEUED", seed, taken);
        for (const name of ["Source", "Build", "Gate", "Ship"]) {
          const entered = pipeline.actionRuns.filter(
            ({ stageRun }) => stageRun.declaration.name === name && stageRun.execution.type === "STANDARD",
          );
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
