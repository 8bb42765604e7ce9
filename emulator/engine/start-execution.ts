import { emitPipelineEvent } from "./bridge-events";
import type { PipelineDeclaration } from "./declaration";
import { arrive } from "./flow";
import { isFull, recordExecution } from "./new-execution";
import { currentDeclaration } from "./pipeline-lookup";
import type { Execution, Pipeline } from "./record";
import type { Revision } from "./revision";
import type { Simulation } from "./simulation";
import { endExecution } from "./stage-run";

/** What an execution is started with. */
export interface ExecutionStart {
  triggerType: string;
  triggerDetail?: string;
  /** Values for pipeline variables by name. */
  variables?: ReadonlyMap<string, string>;
  /** Revisions that source actions must take, by action name. */
  pinned?: ReadonlyMap<string, Revision>;
}

/** Variables of the pipeline that would have no value with these. */
export function variablesWithoutValue(
  declaration: PipelineDeclaration,
  given: ReadonlyMap<string, string>,
): string[] {
  return (declaration.variables ?? [])
    .filter((variable) => variable.defaultValue === undefined && !given.has(variable.name))
    .map((variable) => variable.name);
}

function valuesOf(declaration: PipelineDeclaration, given: ReadonlyMap<string, string>): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, defaultValue } of declaration.variables ?? []) {
    const value = given.get(name) ?? defaultValue;
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

/**
 * Starts an execution of the pipeline's current version. One that cannot run (no place for it, a variable without a
 * value) is recorded as Failed: callers that can refuse do so before.
 */
export function startExecution(sim: Simulation, pipeline: Pipeline, start: ExecutionStart): Execution {
  const declaration = currentDeclaration(pipeline);
  const given = start.variables ?? new Map<string, string>();
  const cannotRun = isFull(pipeline) || variablesWithoutValue(declaration, given).length > 0;
  const execution = recordExecution(sim, pipeline, {
    type: "STANDARD",
    trigger: {
      triggerType: start.triggerType,
      ...(start.triggerDetail !== undefined && { triggerDetail: start.triggerDetail }),
    },
    variables: valuesOf(declaration, given),
    namespaces: new Map(),
    artifacts: new Map(),
    pinnedRevisions: new Map(start.pinned),
    takenRevisions: new Map(),
  });
  emitPipelineEvent(sim, execution, "STARTED");
  if (cannotRun) endExecution(sim, execution, "Failed");
  else arrive(sim, execution, 0);
  return execution;
}
