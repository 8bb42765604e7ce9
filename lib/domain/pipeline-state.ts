import type { ExecutionSummary } from "./execution";
import type { Instant } from "./instant";
import type { PipelineRow, Train } from "./pipeline";
import type { Revision } from "./revision";
import type { StageRetry } from "./stage-retry";
import type { Standing } from "./standing";
import type { Waiting } from "./waiting";

/** Why an action or rule failed, in AWS's words. */
export interface ErrorDetails {
  code?: string;
  message?: string;
}

/** One key of an action's configuration. A `hidden` value never leaves the server. */
export interface ConfigurationEntry {
  key: string;
  value: string | null;
  hidden: boolean;
}

/** An open approval. The token stays on the server. */
export interface OpenApproval {
  /** Execution that waits; what an answer must name. */
  executionId: string;
  /** CustomData of the action: what the approver is asked, where configured. */
  question?: string;
  /** ExternalEntityLink of the action, http or https only. */
  link?: string;
  askedAt: Instant;
  expiresAt: Instant;
  /** timeoutInMinutes of the action, 7 days unless declared. */
  timeoutMs: number;
}

/** One action with its latest run in the stage. */
export interface ActionState {
  name: string;
  /** 1 to 999; equal numbers run in parallel. */
  runOrder: number;
  category: string;
  owner: string;
  provider: string;
  region?: string;
  standing: Standing;
  /** AWS's own status word; absent when the action has not run in this stage run. */
  status?: string;
  summary?: string;
  percentComplete?: number;
  startedAt?: Instant;
  changedAt?: Instant;
  lastUpdatedBy?: string;
  executionId?: string;
  externalExecutionId?: string;
  /** http or https only. */
  externalExecutionUrl?: string;
  logStreamArn?: string;
  error?: ErrorDetails;
  entityUrl?: string;
  revisionUrl?: string;
  /** The revision a source action delivered last. */
  revision?: Revision;
  inputArtifacts: string[];
  outputArtifacts: string[];
  namespace?: string;
  configuration: ConfigurationEntry[];
  approval?: OpenApproval;
  /** PARALLEL mode: the other executions that wait at this action, the longest waiting first. */
  moreApprovals?: OpenApproval[];
  /** PARALLEL mode: how many executions run this action now, when there is more than one. */
  openRuns?: number;
}

/** One rule of a condition. */
export interface RuleState {
  name: string;
  standing: Standing;
  summary?: string;
  changedAt?: Instant;
  externalExecutionUrl?: string;
  error?: ErrorDetails;
  /** AWS's provider of it, such as `CloudWatchAlarm`, as declared. */
  provider?: string;
  /** While it is evaluated: when AWS gives up on it, where the declaration sets a time. */
  endsBy?: Instant;
  /** While it waits for a deployment window: when that opens. */
  opensAt?: Instant;
}

/** A condition of a stage with its rules. */
export interface ConditionState {
  /** What happens when it is not met: FAIL, SKIP, ROLLBACK or RETRY. */
  result?: string;
  standing: Standing;
  summary?: string;
  changedAt?: Instant;
  rules: RuleState[];
}

/** The transition into a stage. */
export interface Transition {
  enabled: boolean;
  reason?: string;
  changedBy?: string;
  changedAt?: Instant;
}

/** An execution that waits in front of a stage. */
export interface InboundExecution extends Train {
  status: string;
  executionType: string;
  revisions: Revision[];
}

/** One stage, its latest run, and what waits in front of it. */
export interface StageState {
  name: string;
  standing: Standing;
  percentComplete?: number;
  /** Execution whose run the stage shows. */
  executionId?: string;
  executionType?: string;
  revision?: Revision;
  changedAt?: Instant;
  inbound: InboundExecution[];
  transition: Transition;
  actions: ActionState[];
  beforeEntry?: ConditionState;
  onSuccess?: ConditionState;
  onFailure?: ConditionState;
  retry?: StageRetry;
  /** What the declaration has done when an action fails: ROLLBACK, RETRY, FAIL or SKIP. */
  failureResult?: string;
  /** With RETRY, which actions run again: FAILED_ACTIONS or ALL_ACTIONS. */
  retryMode?: string;
  /** Why it is not moving, or what it does instead; absent where it rests and nobody waits. */
  waiting?: Waiting;
}

/** Structure and live state of one pipeline together. */
export interface PipelineState {
  /** The row the overview shows for it: same headline, rail and sentence. */
  row: PipelineRow;
  createdAt?: Instant;
  updatedAt?: Instant;
  stages: StageState[];
  /** Why it is not moving, or what it does instead; absent in what an earlier version kept. */
  waiting?: Waiting;
  /** Not finished, newest first. */
  onTheLine: ExecutionSummary[];
  /** The last few that ended, newest first. */
  finishedLast: ExecutionSummary[];
  /** IAM actions the role lacks, such as `codepipeline:ListActionExecutions`: what needs them is left out. */
  denied?: string[];
  /** AWS console address of the pipeline. */
  consoleUrl: string;
}
