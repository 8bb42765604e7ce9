import { startAction } from "./action-run";
import { emitPipelineEvent, emitStageEvent, type PipelineEventState } from "./bridge-events";
import { conditionOf, startCondition } from "./condition-run";
import type { ActionDeclaration } from "./declaration";
import type { ActionRun, Execution, ExecutionStatus, Gate, StageRun } from "./record";
import type { Simulation } from "./simulation";

/** Quota: actions of one PARALLEL execution that run at the same time. */
const parallelPlaces = 5;

const eventOfEnd = {
  Succeeded: "SUCCEEDED",
  Failed: "FAILED",
  Stopped: "STOPPED",
  Superseded: "SUPERSEDED",
  Cancelled: "CANCELED",
} as const satisfies Partial<Record<ExecutionStatus, PipelineEventState>>;

/** Ends an execution for good (a failed or stopped one may be retried later). */
export function endExecution(sim: Simulation, execution: Execution, status: keyof typeof eventOfEnd): void {
  execution.status = status;
  execution.changedAt = sim.now;
  execution.waitingAt = undefined;
  execution.pipeline.active.delete(execution);
  emitPipelineEvent(sim, execution, eventOfEnd[status]);
}

/** Where lists and rollbacks look for it; a rollback is no place to roll back to. */
function noteSuccess({ execution, declaration }: StageRun): void {
  execution.succeededStages.add(declaration.name);
  const gate = execution.pipeline.gates.get(declaration.name);
  if (gate && execution.type === "STANDARD") gate.lastSuccess = execution;
}

/**
 * Ends a stage run, and unless it succeeded or was skipped its execution too; whoever waits for the stage is told when no
 * action runs. EventBridge has no word for a skipped stage, so nothing is emitted for it.
 */
export function concludeStage(
  sim: Simulation,
  run: StageRun,
  status: "Succeeded" | "Failed" | "Stopped" | "Cancelled" | "Skipped",
): void {
  run.status = status;
  run.held = [];
  run.execution.changedAt = sim.now;
  if (status !== "Skipped") emitStageEvent(sim, run, eventOfEnd[status]);
  if (status === "Succeeded") noteSuccess(run);
  else if (status !== "Skipped") endExecution(sim, run.execution, status);
  if (run.running === 0) run.left();
}

function runOrderOf(action: ActionDeclaration): number {
  return action.runOrder ?? 1;
}

/** The actions that start next: those of the lowest run order that has not started. */
function nextGroup(run: StageRun): ActionDeclaration[] {
  const waiting = run.declaration.actions.filter((action) => !run.actions.has(action.name));
  const lowest = waiting.reduce(
    (least, action) => Math.min(least, runOrderOf(action)),
    Number.POSITIVE_INFINITY,
  );
  return waiting.filter((action) => runOrderOf(action) === lowest);
}

function startHeld(sim: Simulation, run: StageRun): void {
  const places = run.execution.mode === "PARALLEL" ? parallelPlaces : Number.POSITIVE_INFINITY;
  while (run.running < places) {
    const action = run.held.shift();
    if (!action) return;
    startAction(sim, run, action, () => actionEnded(sim, run, action.name));
  }
}

/**
 * Lets a stage run go on from where it stands: its entry condition unless that is met already, then the actions that have
 * not run, then its success condition.
 */
export function goOn(sim: Simulation, run: StageRun): void {
  judge(sim, run, "beforeEntry", () => {
    run.held = nextGroup(run);
    if (run.held.length > 0) startHeld(sim, run);
    else judge(sim, run, "onSuccess", () => concludeStage(sim, run, "Succeeded"));
  });
}

/** Looks at a condition of the stage, if it has one that is not met yet, and goes on when it is met; else its result happens. */
function judge(sim: Simulation, run: StageRun, kind: "beforeEntry" | "onSuccess", met: () => void): void {
  const condition = conditionOf(run, kind);
  const before = run.conditions.get(kind)?.status;
  if (!condition || before === "Succeeded" || before === "Overridden") {
    met();
    return;
  }
  startCondition(sim, run, kind, condition, (isMet) => {
    if (isEnding(sim, run)) return;
    if (isMet) met();
    else if (condition.result === "SKIP") concludeStage(sim, run, "Skipped");
    else {
      run.failedBy = kind;
      concludeStage(sim, run, "Failed");
    }
  });
}

/** True when the stage run is stopping, cancelled or over, so that what ended in it starts nothing; ends it if it can. */
function isEnding(sim: Simulation, run: StageRun): boolean {
  const idle = run.running === 0;
  if (run.status === "Stopping") {
    if (idle) concludeStage(sim, run, "Stopped");
  } else if (run.status !== "InProgress") {
    if (idle) run.left();
  } else if (run.execution.cancelling) {
    if (idle) concludeStage(sim, run, "Cancelled");
  } else {
    return false;
  }
  return true;
}

/** What follows when an action of a stage run has ended. */
function actionEnded(sim: Simulation, run: StageRun, actionName: string): void {
  if (isEnding(sim, run)) return;
  if (run.actions.get(actionName)?.status === "Failed") {
    concludeStage(sim, run, "Failed");
  } else if (run.held.length > 0) {
    startHeld(sim, run);
  } else if (run.running === 0) {
    goOn(sim, run);
  }
}

function showAtGate(sim: Simulation, gate: Gate, run: StageRun): void {
  gate.occupant = run.execution;
  gate.latestRun = run;
  if (!sim.choices.keepOldActionStates) gate.latestActions = new Map<string, ActionRun>();
}

/**
 * Lets an execution into a stage: locks it (not for PARALLEL), looks at its entry condition, starts the first actions. `left` is told once the stage
 * run is over and none of its actions runs any more.
 */
export function enterStage(
  sim: Simulation,
  execution: Execution,
  index: number,
  gate: Gate | undefined,
  left: (run: StageRun) => void,
): void {
  const declaration = execution.declaration.stages[index];
  if (!declaration) throw new Error(`pipeline ${execution.pipeline.name} has no stage at ${index}`);
  const run: StageRun = {
    execution,
    declaration,
    index,
    status: "InProgress",
    startedAt: sim.now,
    actions: new Map(),
    conditions: new Map(),
    running: 0,
    held: [],
    left: () => left(run),
  };
  execution.stageRun = run;
  execution.stays.set(declaration.name, run);
  execution.waitingAt = undefined;
  execution.changedAt = sim.now;
  if (gate && execution.mode !== "PARALLEL") showAtGate(sim, gate, run);
  emitStageEvent(sim, run, "STARTED");
  goOn(sim, run);
}

/** Takes up a stage run that failed or stopped, and its execution with it, from where it stands. */
export function resumeStage(sim: Simulation, run: StageRun): void {
  const { execution } = run;
  const gate = execution.pipeline.gates.get(run.declaration.name);
  if (gate && execution.mode !== "PARALLEL") gate.occupant = execution;
  run.status = "InProgress";
  run.failedBy = undefined;
  execution.stageRun = run;
  execution.status = "InProgress";
  execution.changedAt = sim.now;
  execution.stop = undefined;
  execution.pipeline.active.add(execution);
  emitPipelineEvent(sim, execution, "RESUMED");
  emitStageEvent(sim, run, "RESUMED");
  goOn(sim, run);
}
