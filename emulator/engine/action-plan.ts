import type { ActionPlan, ProviderModel } from "../providers/provider-model";
import { modelOf } from "../providers/provider-registry";
import type { Worker } from "./action-types/action-types";
import { mostWorkedMs, queueJob } from "./jobs/queue-job";
import type { Outcome } from "./outcome-book";
import type { ActionRun, ErrorDetails } from "./record";
import type { Simulation } from "./simulation";
import { bytesOf, mostOutputBytes } from "./size-limits";
import { keysAskedOf } from "./variables";

/** When an action ends by itself, and how. */
export interface PlannedEnd {
  afterMs: number;
  result: { status: "Succeeded" | "Failed"; summary?: string; errorDetails?: ErrorDetails };
}

/** True for the one action type that ends by a person's answer. */
export function isManualApproval(run: ActionRun): boolean {
  const { category, owner, provider } = run.declaration.actionTypeId;
  return category === "Approval" && owner === "AWS" && provider === "Manual";
}

function takeOutcome(sim: Simulation, run: ActionRun, isAnswered: boolean): Outcome | undefined {
  const { pipeline } = run.stageRun.execution;
  return sim.outcomes.take({
    account: pipeline.account,
    region: pipeline.region,
    pipeline: pipeline.name,
    stage: run.stageRun.declaration.name,
    action: run.declaration.name,
    provider: run.declaration.actionTypeId.provider,
    isAnswered,
  });
}

function askModel(model: ProviderModel, run: ActionRun): ActionPlan {
  const { execution, declaration } = run.stageRun;
  const { namespace } = run.declaration;
  return model.plan({
    account: execution.pipeline.account,
    region: run.declaration.region ?? execution.pipeline.region,
    pipeline: execution.pipeline.name,
    stage: declaration.name,
    action: run.declaration,
    configuration: run.resolvedConfiguration,
    executionId: execution.id,
    variablesAsked: namespace ? keysAskedOf(execution, namespace) : [],
    ...(run.revision && { revision: run.revision }),
    random: execution.pipeline.random,
  });
}

function note(run: ActionRun, plan: ActionPlan, outcome: Outcome | undefined): void {
  const url = outcome?.externalExecutionUrl ?? plan.externalExecutionUrl;
  if (plan.externalExecutionId !== undefined) run.externalExecutionId = plan.externalExecutionId;
  if (url !== undefined) run.externalExecutionUrl = url;
  if (plan.logStreamArn !== undefined) run.logStreamArn = plan.logStreamArn;
  run.percentSteps = outcome?.percentSteps ?? plan.percentSteps ?? [];
  run.outputVariables = { ...plan.outputVariables, ...outcome?.outputVariables };
}

/** How an action ends that nobody ended for so long. */
export function timedOut(run: ActionRun, afterMs: number): PlannedEnd {
  const message = `${run.declaration.name} did not end within ${afterMs / 60_000} minutes.`;
  return { afterMs, result: { status: "Failed", errorDetails: { code: "JobFailed", message } } };
}

function planned(plan: ActionPlan, outcome: Outcome | undefined): PlannedEnd {
  const afterMs = Math.max(0, outcome?.durationMs ?? plan.durationMs);
  const status = outcome?.status ?? (outcome?.errorDetails ? "Failed" : "Succeeded");
  if (status === "Failed") {
    const errorDetails = { ...plan.failure, ...outcome?.errorDetails };
    const summary = outcome?.summary ?? errorDetails.message;
    return { afterMs, result: { status, summary, errorDetails } };
  }
  const summary = outcome?.summary ?? plan.summary;
  return { afterMs, result: { status, ...(summary !== undefined && { summary }) } };
}

/** An action that ends with more output variables than the quota allows has failed. */
function withinQuota(run: ActionRun, end: PlannedEnd): PlannedEnd {
  const bytes = bytesOf(run.outputVariables);
  if (end.result.status === "Failed" || bytes <= mostOutputBytes) return end;
  const message = `The output variables of action ${run.declaration.name} have ${bytes} bytes, more than ${mostOutputBytes}.`;
  return { ...end, result: { status: "Failed", errorDetails: { code: "JobFailed", message } } };
}

/** Asks the worker of a type for the work, who has as long as the type gives for one job. */
function askWorker(
  sim: Simulation,
  run: ActionRun,
  { kind, jobTimeoutMs = mostWorkedMs }: Worker,
): PlannedEnd {
  queueJob(sim, run, kind);
  return timedOut(run, jobTimeoutMs);
}

/** Writes the start of an action into its record and answers when and how it ends by itself. */
export function planAction(sim: Simulation, run: ActionRun): PlannedEnd {
  const { actionTypeId } = run.declaration;
  const model = modelOf(actionTypeId);
  const worker = run.stageRun.execution.pipeline.types.workerOf(actionTypeId);
  const outcome = takeOutcome(sim, run, worker !== undefined || isManualApproval(run));
  if (worker && !outcome) return askWorker(sim, run, worker);
  const plan = askModel(model, run);
  note(run, plan, outcome);
  const { timeoutInMinutes } = run.declaration;
  const timeoutMs = timeoutInMinutes === undefined ? model.timeoutMs : timeoutInMinutes * 60_000;
  if (isManualApproval(run)) {
    const token = run.stageRun.execution.pipeline.random.uuid();
    run.approvalToken = token;
    run.stageRun.execution.pipeline.approvals.set(token, run);
    if (!outcome) return timedOut(run, timeoutMs);
  }
  const end = withinQuota(run, planned(plan, outcome));
  if (end.afterMs > timeoutMs) return timedOut(run, timeoutMs);
  run.expectedEndAt = run.startedAt + end.afterMs;
  return end;
}
