import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from "./declaration";
import type { Execution, Gate, Pipeline } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** Where a call looks for pipelines. */
export interface Place {
  account: string;
  region: string;
}

/** What AWS says about a pipeline that is not there. */
export function noSuchPipeline(place: Place, name: string): string {
  return `Account '${place.account}' does not have a pipeline with name '${name}'`;
}

/** The pipeline of that name. Throws PipelineNotFoundException. */
export function findPipeline(sim: Simulation, place: Place, name: string): Pipeline {
  const pipeline = sim.region(place.account, place.region).pipeline(name);
  if (!pipeline) throw new ServiceError("PipelineNotFoundException", noSuchPipeline(place, name));
  return pipeline;
}

/** The newest version of a pipeline's structure. */
export function currentDeclaration(pipeline: Pipeline): PipelineDeclaration {
  const declaration = pipeline.versions.at(-1);
  if (!declaration) throw new Error(`pipeline ${pipeline.name} has no version`);
  return declaration;
}

/** A stage of the newest version, with its gate. Throws StageNotFoundException. */
export function findStage(pipeline: Pipeline, stageName: string): { stage: StageDeclaration; gate: Gate } {
  const stage = currentDeclaration(pipeline).stages.find(({ name }) => name === stageName);
  const gate = pipeline.gates.get(stageName);
  if (!stage || !gate) {
    throw new ServiceError(
      "StageNotFoundException",
      `Pipeline '${pipeline.name}' does not have a stage with name '${stageName}'`,
    );
  }
  return { stage, gate };
}

/** An action of a stage. Throws ActionNotFoundException. */
export function findAction(stage: StageDeclaration, actionName: string): ActionDeclaration {
  const action = stage.actions.find(({ name }) => name === actionName);
  if (!action) {
    throw new ServiceError(
      "ActionNotFoundException",
      `Stage '${stage.name}' does not have an action with name '${actionName}'`,
    );
  }
  return action;
}

/** An execution of the pipeline. Throws PipelineExecutionNotFoundException. */
export function findExecution(pipeline: Pipeline, executionId: string): Execution {
  const execution = pipeline.executionsById.get(executionId);
  if (!execution) {
    throw new ServiceError(
      "PipelineExecutionNotFoundException",
      `Pipeline '${pipeline.name}' does not have an execution with id '${executionId}'`,
    );
  }
  return execution;
}
