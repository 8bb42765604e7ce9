import { timedOut } from "../action-plan";
import { endAction } from "../action-run";
import type { ActionRun, ErrorDetails, Job } from "../record";
import { ServiceError } from "../service-error";
import type { Simulation } from "../simulation";
import { bytesOf, mostOutputBytes } from "../size-limits";
import { putRevision } from "../source-revision";
import { fillTemplate } from "../views/url-template";
import { endJob, mostWorkedMs, queueJob } from "./queue-job";

/** What a worker says about the run of its service. */
export interface ExecutionDetails {
  summary?: string;
  externalExecutionId?: string;
  percentComplete?: number;
}

/** What a worker reports when its job is done. */
export interface JobSuccess {
  /** What a source found; `created` in epoch seconds. */
  currentRevision?: {
    revision: string;
    changeIdentifier: string;
    created?: number;
    revisionSummary?: string;
  };
  /** Given while the action goes on: the next job carries it. */
  continuationToken?: string;
  executionDetails?: ExecutionDetails;
  outputVariables?: Record<string, string>;
}

/** What a worker reports when its job has failed. */
export interface JobFailure {
  type: string;
  message: string;
  externalExecutionId?: string;
}

function demandInProgress(job: Job): void {
  if (job.status === "InProgress") return;
  throw new ServiceError(
    "InvalidJobStateException",
    `The job '${job.id}' is not in progress: a result is taken once, after the job was acknowledged.`,
  );
}

function noteExternalId({ run }: Job, id: string | undefined): void {
  if (id === undefined) return;
  run.externalExecutionId = id;
  const { actionTypeId } = run.declaration;
  const template = run.stageRun.execution.pipeline.types.entry(actionTypeId)?.executionUrlTemplate;
  if (template === undefined) return;
  run.externalExecutionUrl = fillTemplate(template, run.resolvedConfiguration, { ExternalExecutionId: id });
}

function noteDetails(job: Job, { summary, externalExecutionId, percentComplete }: ExecutionDetails): void {
  noteExternalId(job, externalExecutionId);
  if (summary !== undefined) job.run.summary = summary;
  if (percentComplete !== undefined) job.run.reportedPercent = percentComplete;
}

function noteRevision(
  sim: Simulation,
  { run }: Job,
  { revision, changeIdentifier, created, revisionSummary }: NonNullable<JobSuccess["currentRevision"]>,
): void {
  if (run.declaration.actionTypeId.category !== "Source") return;
  run.revision = putRevision(sim, run.stageRun.execution.pipeline, run.declaration, {
    revisionId: revision,
    changeId: changeIdentifier,
    ...(created !== undefined && { createdAt: created * 1000 }),
    ...(revisionSummary !== undefined && { summary: revisionSummary }),
  });
}

/** The time for one job begins anew with each, where the type gives one; the time for the action does not. */
function waitAgain(sim: Simulation, run: ActionRun): void {
  const { pipeline } = run.stageRun.execution;
  const jobTimeoutMs = pipeline.types.workerOf(run.declaration.actionTypeId)?.jobTimeoutMs;
  if (jobTimeoutMs === undefined) return;
  if (run.due) sim.cancel(run.due);
  const lastMs = run.startedAt + mostWorkedMs - sim.now;
  const { afterMs, result } = timedOut(run, Math.min(jobTimeoutMs, lastMs));
  run.due = sim.schedule(sim.now + afterMs, () => endAction(sim, run, result), pipeline);
}

function goOn(sim: Simulation, { run, clientId }: Job, continuationToken: string): void {
  endJob(run);
  queueJob(sim, run, clientId === undefined ? "custom" : "partner", continuationToken);
  waitAgain(sim, run);
}

/**
 * A worker's job is done: the action has succeeded, or goes on with a new job when a continuation token is given. Throws
 * InvalidJobStateException, OutputVariablesSizeExceededException, and ValidationException for outputs of an action that goes on.
 */
export function succeedJob(sim: Simulation, job: Job, success: JobSuccess): void {
  const { continuationToken, executionDetails = {}, outputVariables, currentRevision } = success;
  demandInProgress(job);
  if (continuationToken !== undefined && outputVariables !== undefined) {
    throw new ServiceError(
      "ValidationException",
      "Output variables can be given only when there is no continuation token",
    );
  }
  if (bytesOf(outputVariables ?? {}) > mostOutputBytes) {
    throw new ServiceError(
      "OutputVariablesSizeExceededException",
      `The output variables are larger than ${mostOutputBytes} bytes together.`,
    );
  }
  const { run } = job;
  noteDetails(job, executionDetails);
  if (continuationToken !== undefined) {
    goOn(sim, job, continuationToken);
    return;
  }
  if (currentRevision) noteRevision(sim, job, currentRevision);
  run.outputVariables = { ...outputVariables };
  endAction(sim, run, { status: "Succeeded" });
}

/** A worker's job has failed, and with it the action. Throws InvalidJobStateException. */
export function failJob(sim: Simulation, job: Job, { type, message, externalExecutionId }: JobFailure): void {
  demandInProgress(job);
  noteExternalId(job, externalExecutionId);
  const errorDetails: ErrorDetails = { code: type, message };
  endAction(sim, job.run, { status: "Failed", summary: message, errorDetails });
}
