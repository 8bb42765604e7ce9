import { emptyGate } from "./create-pipeline";
import type { PipelineDeclaration } from "./declaration";
import { arrive } from "./flow";
import type { Execution, Gate, Pipeline } from "./record";
import type { Simulation } from "./simulation";
import { endExecution } from "./stage-run";

/** Executions outside PARALLEL do not outlive a change: waiting ones end now, running ones when their actions end. */
function cancelExecutions(sim: Simulation, pipeline: Pipeline): void {
  for (const execution of [...pipeline.active]) {
    if (execution.mode === "PARALLEL" || execution.status !== "InProgress") continue;
    if (execution.stageRun) {
      execution.cancelling = true;
      execution.stageRun.held = [];
      continue;
    }
    endExecution(sim, execution, "Cancelled");
  }
  for (const gate of pipeline.gates.values()) {
    gate.waiters = gate.waiters.filter((waiter) => waiter.execution.status !== "Cancelled");
  }
}

/** Who is inside a stage of that name that an earlier version had: it locks the one that comes back under this name. */
function stillInside(pipeline: Pipeline, stageName: string): Execution | undefined {
  const running = [...pipeline.runningActions, ...pipeline.runningRules].map(({ stageRun }) => stageRun);
  const entered = [...pipeline.active].flatMap(({ stageRun }) => stageRun ?? []);
  const inside = [...running, ...entered].find(
    ({ declaration, execution }) => declaration.name === stageName && execution.mode !== "PARALLEL",
  );
  return inside?.execution;
}

function newGate(pipeline: Pipeline, stageName: string): Gate {
  const occupant = stillInside(pipeline, stageName);
  return { ...emptyGate(stageName), ...(occupant && { occupant }) };
}

function gatesFor(pipeline: Pipeline, declaration: PipelineDeclaration): Map<string, Gate> {
  return new Map(
    declaration.stages.map(({ name }) => [name, pipeline.gates.get(name) ?? newGate(pipeline, name)]),
  );
}

/** PARALLEL executions in front of a stage that is no longer in the pipeline have nothing to wait for. */
function letGo(sim: Simulation, gate: Gate): void {
  for (const { execution, index } of gate.waiters) {
    if (execution.status === "InProgress") arrive(sim, execution, index);
  }
}

/** Gives a pipeline its next version; stages that keep their name keep their state. Starts nothing. */
export function updatePipeline(sim: Simulation, pipeline: Pipeline, declaration: PipelineDeclaration): void {
  cancelExecutions(sim, pipeline);
  pipeline.versions.push({ ...declaration, version: pipeline.versions.length + 1 });
  const before = pipeline.gates;
  pipeline.gates = gatesFor(pipeline, declaration);
  pipeline.updatedAt = sim.now;
  for (const [name, gate] of before) if (!pipeline.gates.has(name)) letGo(sim, gate);
}
