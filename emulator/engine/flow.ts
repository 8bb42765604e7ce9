import type { Execution, Gate, StageRun, Waiter } from "./record";
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

/** A stage run is over: the execution goes on if it succeeded or was skipped, and the stage is free for the next one. */
function leave(sim: Simulation, run: StageRun): void {
  const { execution } = run;
  const gate = execution.pipeline.gates.get(run.declaration.name);
  if (gate?.occupant === execution) gate.occupant = undefined;
  execution.stageRun = undefined;
  if (run.status === "Succeeded" || run.status === "Skipped") arrive(sim, execution, run.index + 1);
  if (gate) admit(sim, gate);
}
