import { day } from "./duration";
import { admit } from "./flow";
import { currentDeclaration, findStage } from "./pipeline-lookup";
import type { Gate, Pipeline } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** Which side of the stage; the outbound side of a stage is the inbound side of the next. */
export type TransitionType = "Inbound" | "Outbound";

/** Executions that waited longer than this in front of a closed transition do not enter when it opens. */
const resumableMs = 30 * day;

/** The way a call means. Throws StageNotFoundException; ValidationException for the outbound side of the last stage. */
export function gateOf(pipeline: Pipeline, stageName: string, type: TransitionType): Gate {
  const { stage, gate } = findStage(pipeline, stageName);
  if (type === "Inbound") return gate;
  const { stages } = currentDeclaration(pipeline);
  const next = stages[stages.findIndex(({ name }) => name === stage.name) + 1];
  if (!next) {
    throw new ServiceError(
      "ValidationException",
      `Stage '${stageName}' is the last one and has no outbound transition`,
    );
  }
  return findStage(pipeline, next.name).gate;
}

/** Closes the way into a stage. Closing it again changes who, when and why. */
export function disableTransition(sim: Simulation, gate: Gate, by: string, reason: string): void {
  gate.disabledSince ??= sim.now;
  gate.transition = { enabled: false, lastChangedBy: by, lastChangedAt: sim.now, disabledReason: reason };
}

/** Opens the way into a stage and lets in who waited, unless it was closed for more than 30 days. */
export function enableTransition(sim: Simulation, gate: Gate, by: string): void {
  const closedForMs = sim.now - (gate.disabledSince ?? sim.now);
  gate.disabledSince = undefined;
  gate.transition = { enabled: true, lastChangedBy: by, lastChangedAt: sim.now };
  if (closedForMs > resumableMs) for (const waiter of gate.waiters) waiter.stale = true;
  admit(sim, gate);
}
