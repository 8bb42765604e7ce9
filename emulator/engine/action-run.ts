import { planAction } from "./action-plan";
import { inputArtifactsOf, makeOutputArtifacts } from "./artifacts";
import { emitActionEvent } from "./bridge-events";
import type { ActionDeclaration } from "./declaration";
import { endJob } from "./jobs/queue-job";
import type { ActionRun, ErrorDetails, StageRun } from "./record";
import type { Simulation } from "./simulation";
import { bytesOf, clip, longestErrorMessage, longestSummary, mostConfigurationBytes } from "./size-limits";
import { takeRevision } from "./source-revision";
import { resolveConfiguration } from "./variables";

/** How an action ended. */
export interface ActionResult {
  status: "Succeeded" | "Failed";
  summary?: string;
  errorDetails?: ErrorDetails;
  /** ARN of the person who ended it, for approvals. */
  updatedBy?: string;
}

function typeProblem({ execution }: StageRun, { name, actionTypeId }: ActionDeclaration): string | undefined {
  if (!execution.pipeline.types.isDeleted(actionTypeId)) return undefined;
  const { category, provider, version } = actionTypeId;
  return `The custom action type of action ${name} was deleted (Category: '${category}', Provider: '${provider}', Version: '${version}').`;
}

function configurationProblem(
  name: string,
  resolved: Record<string, string>,
  unresolved: readonly string[],
): string | undefined {
  if (unresolved.length > 0)
    return `The configuration of action ${name} refers to variables that have no value: ${unresolved.join(", ")}`;
  const bytes = bytesOf(resolved);
  if (bytes <= mostConfigurationBytes) return undefined;
  return `The configuration of action ${name} has ${bytes} bytes with its variables, more than ${mostConfigurationBytes}.`;
}

function clippedDetails({ code, message }: ErrorDetails): ErrorDetails {
  return {
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message: clip(message, longestErrorMessage) }),
  };
}

function makeRun(
  sim: Simulation,
  stageRun: StageRun,
  declaration: ActionDeclaration,
  ended: () => void,
): ActionRun {
  const { resolved, unresolved } = resolveConfiguration(stageRun.execution, declaration.configuration ?? {});
  const run: ActionRun = {
    id: stageRun.execution.pipeline.random.uuid(),
    declaration,
    stageRun,
    status: "InProgress",
    startedAt: sim.now,
    changedAt: sim.now,
    resolvedConfiguration: resolved,
    inputArtifacts: inputArtifactsOf(stageRun.execution, declaration),
    outputArtifacts: [],
    outputVariables: {},
    percentSteps: [],
    ended,
  };
  const problem =
    typeProblem(stageRun, declaration) ?? configurationProblem(declaration.name, resolved, unresolved);
  if (problem !== undefined) run.errorDetails = { code: "ConfigurationError", message: problem };
  if (declaration.actionTypeId.category === "Source") {
    run.revision = takeRevision(sim, stageRun.execution, declaration);
  }
  return run;
}

/** Shows the action where GetPipelineState looks; executions of PARALLEL pipelines have no such place. */
function showAtGate(run: ActionRun): void {
  const { execution, declaration } = run.stageRun;
  const gate = execution.pipeline.gates.get(declaration.name);
  if (gate?.latestRun === run.stageRun) gate.latestActions.set(run.declaration.name, run);
}

/**
 * Starts an action of a stage run. It ends by itself, by an answer (approvals) or by `endAction`; `ended` is told then.
 * An action whose variables have no value fails at once, within the same instant but after the caller is done.
 */
export function startAction(
  sim: Simulation,
  stageRun: StageRun,
  action: ActionDeclaration,
  ended: () => void,
): void {
  const { execution } = stageRun;
  const run = makeRun(sim, stageRun, action, ended);
  stageRun.actions.set(action.name, run);
  stageRun.running += 1;
  execution.actionRuns.push(run);
  execution.pipeline.actionRuns.push(run);
  execution.pipeline.runningActions.add(run);
  showAtGate(run);
  emitActionEvent(sim, run, "STARTED");
  if (run.errorDetails) {
    const { errorDetails } = run;
    const fail = () => endAction(sim, run, { status: "Failed", errorDetails });
    run.due = sim.schedule(sim.now, fail, execution.pipeline);
    return;
  }
  const planned = planAction(sim, run);
  const finish = () => endAction(sim, run, planned.result);
  run.due = sim.schedule(run.startedAt + planned.afterMs, finish, execution.pipeline);
}

function deliver(run: ActionRun): void {
  const { execution, declaration } = run.stageRun;
  run.outputArtifacts = run.promisedArtifacts ?? makeOutputArtifacts(execution, run.declaration);
  for (const artifact of run.outputArtifacts) execution.artifacts.set(artifact.name, artifact);
  if (run.declaration.namespace) execution.namespaces.set(run.declaration.namespace, run.outputVariables);
  if (!run.revision) return;
  execution.takenRevisions.set(run.declaration.name, run.revision);
  const gate = execution.pipeline.gates.get(declaration.name);
  if (gate?.latestRun === run.stageRun) gate.latestRevisions.set(run.declaration.name, run.revision);
}

function settle(sim: Simulation, run: ActionRun): void {
  if (run.due) sim.cancel(run.due);
  run.due = undefined;
  endJob(run);
  run.changedAt = sim.now;
  run.stageRun.running -= 1;
  run.stageRun.execution.changedAt = sim.now;
  run.stageRun.execution.pipeline.runningActions.delete(run);
}

/** Ends an action in progress and tells its stage run; one that has ended stays as it is. */
export function endAction(sim: Simulation, run: ActionRun, result: ActionResult): void {
  if (run.status !== "InProgress") return;
  run.status = result.status;
  if (result.summary) run.summary = clip(result.summary, longestSummary);
  if (result.updatedBy !== undefined) run.updatedBy = result.updatedBy;
  if (result.status === "Succeeded") deliver(run);
  else {
    run.outputVariables = {};
    run.errorDetails = result.errorDetails && clippedDetails(result.errorDetails);
  }
  settle(sim, run);
  emitActionEvent(sim, run, result.status === "Succeeded" ? "SUCCEEDED" : "FAILED");
  run.ended();
}

/** Abandons an action in progress: nobody waits for it any more, its stage run is not told. */
export function abandonAction(sim: Simulation, run: ActionRun): void {
  if (run.status !== "InProgress") return;
  run.status = "Abandoned";
  run.outputVariables = {};
  settle(sim, run);
  emitActionEvent(sim, run, "ABANDONED");
}
