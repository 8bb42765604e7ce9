import type { ActionTypes } from "./action-types/action-types";
import type {
  ActionDeclaration,
  ExecutionMode,
  PipelineDeclaration,
  RuleDeclaration,
  StageDeclaration,
} from "./declaration";
import type { Changing, Due } from "./due-queue";
import type { Random } from "./random";
import type { Revision } from "./revision";

/** AWS's own status words. All instants in records are epoch milliseconds. */
export type ExecutionStatus =
  | "InProgress"
  | "Succeeded"
  | "Failed"
  | "Stopping"
  | "Stopped"
  | "Superseded"
  | "Cancelled";
export type StageStatus =
  | "InProgress"
  | "Succeeded"
  | "Failed"
  | "Stopping"
  | "Stopped"
  | "Cancelled"
  | "Skipped";
export type ActionStatus = "InProgress" | "Succeeded" | "Failed" | "Abandoned";

export interface ErrorDetails {
  code?: string;
  message?: string;
}

/** Where an artifact lies. */
export interface ArtifactPlace {
  name: string;
  s3location: { bucket: string; key: string };
}

/** One attempt at an action. */
export interface ActionRun {
  id: string;
  declaration: ActionDeclaration;
  stageRun: StageRun;
  status: ActionStatus;
  startedAt: number;
  changedAt: number;
  resolvedConfiguration: Record<string, string>;
  inputArtifacts: ArtifactPlace[];
  outputArtifacts: ArtifactPlace[];
  outputVariables: Record<string, string>;
  summary?: string;
  externalExecutionId?: string;
  externalExecutionUrl?: string;
  logStreamArn?: string;
  errorDetails?: ErrorDetails;
  updatedBy?: string;
  /** Percentages reported at equal parts of the time from start to `expectedEndAt`. */
  percentSteps: number[];
  expectedEndAt?: number;
  /** Manual approvals only. */
  approvalToken?: string;
  /** What a worker outside is asked to do now. */
  job?: Job;
  /** The percentage a worker reported last. */
  reportedPercent?: number;
  /** Where a worker was told to put the outputs. */
  promisedArtifacts?: ArtifactPlace[];
  /** The revision a source action delivers. */
  revision?: Revision;
  /** What happens to it by itself. */
  due?: Due;
  /** Told once when it succeeded or failed, not when it was abandoned. */
  ended: () => void;
}

/** Keeps a job where workers find it, as long as they may. */
export interface JobKeeper {
  /** A worker has taken the job: nobody else gets it. */
  take(job: Job): void;
  /** The job is over, whatever became of it. */
  end(job: Job): void;
}

/** Work for a worker outside. What ended, by a result, a time-out or because nobody wants it any more, is over for good. */
export interface Job {
  readonly id: string;
  readonly run: ActionRun;
  readonly keeper: JobKeeper;
  status: "Queued" | "Dispatched" | "InProgress" | "Ended";
  /** One more with each change of its status: who acknowledges the job must know how it was handed out last. */
  nonce: number;
  /** When it was handed out last (epoch ms). */
  offeredAt: number;
  /** What the job before it left for it. */
  continuationToken?: string;
  /** Partners' jobs only: the client the action runs for. */
  clientId?: string;
}

/** One run of a rule. */
export interface RuleRun {
  id: string;
  /** The kind of condition it belongs to. */
  kind: ConditionKind;
  declaration: RuleDeclaration;
  stageRun: StageRun;
  status: ActionStatus;
  startedAt: number;
  changedAt: number;
  resolvedConfiguration: Record<string, string>;
  inputArtifacts: ArtifactPlace[];
  summary?: string;
  externalExecutionId?: string;
  externalExecutionUrl?: string;
  errorDetails?: ErrorDetails;
  /** ARN of the person whose override ended it. */
  updatedBy?: string;
  due?: Due;
}

/** When conditions of a stage are looked at. */
export type ConditionKind = "beforeEntry" | "onSuccess" | "onFailure";

export type ConditionStatus =
  | "InProgress"
  | "Succeeded"
  | "Failed"
  | "Errored"
  | "Abandoned"
  | "Cancelled"
  | "Overridden";

/** One evaluation of a stage's condition. */
export interface ConditionRun {
  status: ConditionStatus;
  changedAt: number;
  rules: Map<string, RuleRun>;
}

/** How often a stage run was tried again, and what asked for it last. */
export interface StageRetries {
  automatic: number;
  manual: number;
  latest: "AutomatedStageRetry" | "ManualStageRetry";
}

/** One execution's stay in one stage, its retries included. */
export interface StageRun {
  execution: Execution;
  declaration: StageDeclaration;
  /** Place of the stage in the execution's own version of the pipeline, from 0. */
  index: number;
  status: StageStatus;
  startedAt: number;
  /** Latest attempt of every action that was started, by name. */
  actions: Map<string, ActionRun>;
  /** Latest evaluations of its conditions. */
  conditions: Map<ConditionKind, ConditionRun>;
  /** The condition that made it fail, when no action did. */
  failedBy?: ConditionKind;
  retries?: StageRetries;
  /** Number of actions and rules in progress. */
  running: number;
  /** Actions of the current run order that wait for one of the five places of a PARALLEL execution. */
  held: ActionDeclaration[];
  /** Told whenever it is over and none of its actions and rules runs any more: again after each retry. */
  left: () => void;
}

/** One run of the pipeline. */
export interface Execution {
  id: string;
  pipeline: Pipeline;
  version: number;
  declaration: PipelineDeclaration;
  mode: ExecutionMode;
  type: "STANDARD" | "ROLLBACK";
  status: ExecutionStatus;
  startedAt: number;
  changedAt: number;
  trigger: { triggerType: string; triggerDetail?: string };
  /** Pipeline variables by name. */
  variables: Map<string, string>;
  /** Output variables of its actions by namespace. */
  namespaces: Map<string, Record<string, string>>;
  artifacts: Map<string, ArtifactPlace>;
  /** Revisions by source action: the ones it must take, then the ones it took. */
  pinnedRevisions: Map<string, Revision>;
  takenRevisions: Map<string, Revision>;
  actionRuns: ActionRun[];
  ruleRuns: RuleRun[];
  /** The stage it is in. */
  stageRun?: StageRun;
  /** Every stage it was in, by name. */
  stays: Map<string, StageRun>;
  /** The gate it waits in front of. */
  waitingAt?: Gate;
  succeededStages: Set<string>;
  stop?: { abandon: boolean; reason?: string };
  /** The pipeline was updated: it ends as Cancelled when its running actions have ended. */
  cancelling: boolean;
  attempt: number;
  /** When a stage of it was tried again last. */
  retriedAt?: number;
  /** The execution a ROLLBACK goes back to. */
  rollbackTarget?: Execution;
}

/** An execution in front of a stage. */
export interface Waiter {
  execution: Execution;
  /** Place of the stage in the execution's own version of the pipeline. */
  index: number;
  /** The transition was closed for more than 30 days while it waited: opening does not let it in any more. */
  stale: boolean;
}

/** A stage of the pipeline with the way into it; keeps its state over updates of the pipeline. */
export interface Gate {
  stageName: string;
  transition: { enabled: boolean; lastChangedBy?: string; lastChangedAt?: number; disabledReason?: string };
  disabledSince?: number;
  /** Who locks the stage; never set by PARALLEL executions. */
  occupant?: Execution;
  waiters: Waiter[];
  /** The STANDARD execution that succeeded here last: where an automatic rollback goes. */
  lastSuccess?: Execution;
  /** What GetPipelineState shows. */
  latestRun?: StageRun;
  /** Actions' latest runs as GetPipelineState shows them. */
  latestActions: Map<string, ActionRun>;
  latestRevisions: Map<string, Revision>;
}

/** A pipeline and everything that happened in it. Lists only grow, so that a place in them names an entry for good. */
export interface Pipeline extends Changing {
  account: string;
  region: string;
  name: string;
  arn: string;
  /** Entry 0 is version 1. */
  versions: PipelineDeclaration[];
  createdAt: number;
  updatedAt: number;
  tags: Map<string, string>;
  /** The action types of its account and region. */
  types: ActionTypes;
  /** Chance of its own: what happens elsewhere does not change its life. */
  random: Random;
  gates: Map<string, Gate>;
  executions: Execution[];
  executionsById: Map<string, Execution>;
  actionRuns: ActionRun[];
  ruleRuns: RuleRun[];
  /** Executions that have not ended. */
  active: Set<Execution>;
  /** Actions in progress, also those of executions that failed meanwhile. */
  runningActions: Set<ActionRun>;
  runningRules: Set<RuleRun>;
  /** What each source holds now, by action name. */
  sources: Map<string, Revision>;
  /** The next poll and the source actions where it will find something new. */
  poll?: { due: Due; found: Set<string> };
  approvals: Map<string, ActionRun>;
  /** Earlier starts by clientRequestToken. */
  starts: Map<string, { executionId: string; at: number; parameters: string }>;
}
