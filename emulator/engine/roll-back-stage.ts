import { startRollback } from "./flow";
import { historyStart } from "./history";
import { isFull } from "./new-execution";
import { currentDeclaration, findExecution, findStage } from "./pipeline-lookup";
import type { Execution, Gate, Pipeline } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** What a person wants a stage brought back to. */
export interface RollbackRequest {
  stageName: string;
  targetExecutionId: string;
  /** ARN of the person. */
  by: string;
}

function demand(condition: boolean, stageName: string, why: string): void {
  if (condition) return;
  throw new ServiceError(
    "UnableToRollbackStageException",
    `Unable to roll back stage '${stageName}': ${why}`,
  );
}

function checkStage(pipeline: Pipeline, gate: Gate): void {
  const { pipelineType, executionMode, stages } = currentDeclaration(pipeline);
  const { stageName } = gate;
  demand(pipelineType === "V2", stageName, "only pipelines of type V2 can roll back");
  demand(executionMode !== "PARALLEL", stageName, "a pipeline in PARALLEL mode cannot roll back");
  demand(stages[0]?.name !== stageName, stageName, "the source stage cannot roll back");
  demand(gate.occupant === undefined, stageName, "the stage is currently running");
  demand(gate.latestRun?.status !== "Skipped", stageName, "the stage was skipped");
}

function checkTarget(sim: Simulation, target: Execution, stageName: string): void {
  if (target.startedAt < historyStart(sim.now)) {
    throw new ServiceError(
      "PipelineExecutionOutdatedException",
      `Pipeline execution '${target.id}' is too old to be rolled back to`,
    );
  }
  const { version, pipeline } = target;
  demand(
    version === pipeline.versions.length,
    stageName,
    "the pipeline has changed since the target execution started",
  );
  demand(target.type === "STANDARD", stageName, "the target execution is a rollback itself");
  demand(target.succeededStages.has(stageName), stageName, "the target execution did not succeed in it");
}

/**
 * Starts the execution that brings a stage back to what an earlier one did there. Throws StageNotFoundException,
 * PipelineExecutionNotFoundException, PipelineExecutionOutdatedException, UnableToRollbackStageException, and
 * ConflictException when the pipeline has as many executions as it may.
 */
export function rollBackStage(sim: Simulation, pipeline: Pipeline, request: RollbackRequest): Execution {
  const { stageName, targetExecutionId, by } = request;
  const { gate } = findStage(pipeline, stageName);
  const target = findExecution(pipeline, targetExecutionId);
  checkStage(pipeline, gate);
  checkTarget(sim, target, stageName);
  if (isFull(pipeline)) {
    throw new ServiceError(
      "ConflictException",
      `Pipeline '${pipeline.name}' is busy with 50 concurrent executions. Try again later.`,
    );
  }
  return startRollback(sim, gate, target, { triggerType: "ManualRollback", triggerDetail: by });
}
