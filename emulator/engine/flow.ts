import { judgeFailure } from "./judge-failure";
import { isFull } from "./new-execution";
import type { Execution, Gate, StageRun, Waiter } from "./record";
import { retryByItself } from "./retry-run";
import { recordRollback } from "./rollback-execution";
import type { Simulation } from "./simulation";
import { endExecution, enterStage } from "./stage-run";

/** True while a waiter still stands in front of the gate and wants in. */
function wantsIn(waiter: Waiter): boolean {
  return waiter.execution.status === "InProgress" && !waiter.stale;
}

function isOpenFor(gate: Gate, execution: Execution): boolean {
  return gate.transition.enabled && (execution.mode === "PARALLEL" || !gate.occupant);
}

/** The one waiting place of SUPERSEDED: whoever stood there gives it up. */
function supersede(sim: Simulation, gate: Gate): void {
  for (const waiter of gate.waiters) {
    const { execution } = waiter;
    if (execution.mode === "SUPERSEDED" && execution.status === "InProgress")
      endExecution(sim, execution, "Superseded");
  }
}

function enter(sim: Simulation, execution: Execution, index: number, gate: Gate | undefined): void {
  if (gate) gate.waiters = gate.waiters.filter((waiter) => waiter.execution.status === "InProgress");
  enterStage(sim, execution, index, gate, (run) => leave(sim, run));
}

/** An execution arrives in front of a stage (or at its end): it enters, or waits as its execution mode says. */
export function arrive(sim: Simulation, execution: Execution, index: number): void {
  const stage = execution.declaration.stages[index];
  if (!stage) {
    endExecution(sim, execution, "Succeeded");
    return;
  }
  const gate = execution.pipeline.gates.get(stage.name);
  if (gate && execution.mode === "SUPERSEDED") supersede(sim, gate);
  if (!gate || isOpenFor(gate, execution)) {
    enter(sim, execution, index, gate);
    return;
  }
  gate.waiters = gate.waiters.filter((waiter) => waiter.execution.status === "InProgress");
  gate.waiters.push({ execution, index, stale: false });
  execution.waitingAt = gate;
  execution.changedAt = sim.now;
}

/** Lets everyone in who may enter now. */
export function admit(sim: Simulation, gate: Gate): void {
  for (;;) {
    const next = gate.waiters.find((waiter) => wantsIn(waiter) && isOpenFor(gate, waiter.execution));
    if (!next) return;
    gate.waiters = gate.waiters.filter((waiter) => waiter !== next);
    enter(sim, next.execution, next.index, gate);
  }
}

/** Starts the execution that brings a stage, which is free, back to what `target` did there. */
export function startRollback(
  sim: Simulation,
  gate: Gate,
  target: Execution,
  trigger: Execution["trigger"],
): Execution {
  const execution = recordRollback(sim, target, trigger);
  const index = execution.declaration.stages.findIndex(({ name }) => name === gate.stageName);
  enter(sim, execution, index, gate);
  return execution;
}

/** The rollback a stage is configured for: to the last success in the current version; one that fails itself has none. */
function rollBackByItself(sim: Simulation, failed: Execution, gate: Gate): void {
  const { pipeline, type, version } = failed;
  const target = gate.lastSuccess;
  const current = pipeline.versions.length;
  if (type === "ROLLBACK" || version !== current || target?.version !== current || isFull(pipeline)) return;
  const triggerDetail = JSON.stringify({ FailedPipelineExecutionId: failed.id });
  startRollback(sim, gate, target, { triggerType: "AutomatedRollback", triggerDetail });
}

/** Where an execution goes from a stage that succeeded or was skipped; a rollback was for that stage only. */
function moveOn(sim: Simulation, execution: Execution, run: StageRun): void {
  if (execution.type === "ROLLBACK") endExecution(sim, execution, "Succeeded");
  else arrive(sim, execution, run.index + 1);
}

/** A stage run is over for good: the execution goes on if it succeeded or was skipped, and the stage is free for the next one. */
function release(sim: Simulation, run: StageRun, rollsBack: boolean): void {
  const { execution } = run;
  const gate = execution.pipeline.gates.get(run.declaration.name);
  if (gate?.occupant === execution) gate.occupant = undefined;
  execution.stageRun = undefined;
  if (run.status === "Succeeded" || run.status === "Skipped") moveOn(sim, execution, run);
  if (!gate) return;
  if (rollsBack) rollBackByItself(sim, execution, gate);
  admit(sim, gate);
}

/** A stage run is over: one that failed may be tried again or rolled back before anybody else enters. */
function leave(sim: Simulation, run: StageRun): void {
  if (run.status !== "Failed") {
    release(sim, run, false);
    return;
  }
  judgeFailure(sim, run, (result) => {
    if (result !== "RETRY" || !retryByItself(sim, run)) release(sim, run, result === "ROLLBACK");
  });
}
