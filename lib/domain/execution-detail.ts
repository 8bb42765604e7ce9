import type { ExecutionSummary } from "./execution";
import type { Instant } from "./instant";
import type { ConfigurationEntry, ErrorDetails } from "./pipeline-state";
import type { StageRetry } from "./stage-retry";
import type { Standing } from "./standing";
import type { VariableUse } from "./variable-use";

/** A span in which an execution stood still at a stage: for the stage to be free, for a closed gate, for a person. */
export interface TimelineWait {
  kind: "track" | "person" | "gate";
  from: Instant;
  /** Absent while it still waits. */
  to?: Instant;
  /** What it waited for, without a full stop: `behind 77e0b12`, `for an answer to ship-to-prod`. */
  why?: string;
}

/** An artifact as one run of an action read or wrote it. */
export interface ArtifactRef {
  name: string;
  /** The action that made it, for an input whose maker is known. */
  from?: { stage: string; action: string };
  bucket?: string;
  key?: string;
}

/** One run of one action: attempts are kept apart. */
export interface ActionRun {
  /** AWS's actionExecutionId, or a name made of stage, action and attempt where AWS gave none; one of a kind. */
  id: string;
  name: string;
  /** 1, 2, … among the runs of this action in this stage, by start. */
  attempt: number;
  runOrder: number;
  category: string;
  owner: string;
  provider: string;
  region?: string;
  /** `Approval` while a person is asked, else AWS's status. */
  standing: Standing;
  status: string;
  startedAt?: Instant;
  /** Absent while it runs. */
  endedAt?: Instant;
  /** Who changed it last: for an approval, who answered. */
  updatedBy?: string;
  summary?: string;
  error?: ErrorDetails;
  /** Never that of an approval: in PARALLEL mode it is the token. */
  externalExecutionId?: string;
  /** http or https only. */
  externalExecutionUrl?: string;
  logStreamArn?: string;
  /** As declared, with variables by their names. */
  configuration: ConfigurationEntry[];
  /** With variables filled in; what it ran with. */
  resolvedConfiguration: ConfigurationEntry[];
  inputArtifacts: ArtifactRef[];
  outputArtifacts: ArtifactRef[];
  outputVariables: ConfigurationEntry[];
  namespace?: string;
  roleArn?: string;
}

/** When the rules of a condition are asked. */
export type ConditionKind = "beforeEntry" | "onSuccess" | "onFailure";

/** One run of one rule. */
export interface RuleRun {
  id: string;
  name: string;
  /** Which condition of the stage it belongs to, as declared today; absent when the declaration no longer has it. */
  condition?: ConditionKind;
  /** 1, 2, … among the runs of this rule in this stage, by start. */
  attempt: number;
  provider: string;
  standing: Standing;
  status: string;
  startedAt?: Instant;
  endedAt?: Instant;
  updatedBy?: string;
  summary?: string;
  error?: ErrorDetails;
  externalExecutionId?: string;
  externalExecutionUrl?: string;
  /** It did not let the execution go on, and somebody overrode its condition. */
  overridden?: boolean;
  /** With variables filled in, as far as AWS tells. */
  configuration: ConfigurationEntry[];
}

/** An action the stage declares that this execution never reached. */
export interface PendingAction {
  name: string;
  runOrder: number;
  category: string;
  provider: string;
}

/** One stage as this execution went through it. */
export interface TimelineStage {
  name: string;
  standing: Standing;
  /** When the execution entered: its first rule or action there; absent when it never did. */
  startedAt?: Instant;
  /** When its last action or rule ended; absent while one runs and when it never entered. */
  endedAt?: Instant;
  retry?: StageRetry;
  waits: TimelineWait[];
  /** By start, attempts of one action apart. */
  actions: ActionRun[];
  rules: RuleRun[];
  /** The execution the stage holds by now, where this one entered and another came after it. */
  now?: { executionId: string; label: string };
  /** Declared today, never run by this execution. */
  pending: PendingAction[];
}

/** The newest failed run of an execution that failed: what to look at first. */
export interface ExecutionFailure {
  stage: string;
  /** Name of the action, or of the rule when `rule`. */
  action: string;
  attempt: number;
  /** Id of the ActionRun or RuleRun. */
  runId: string;
  rule: boolean;
  code?: string;
  message?: string;
  externalUrl?: string;
}

/** Everything known about one execution. */
export interface ExecutionDetail {
  target: string;
  pipeline: string;
  summary: ExecutionSummary;
  /** AWS no longer keeps it: what stands here was kept since, without actions, variables and version. */
  forgotten?: boolean;
  /** Version of the declaration it ran with. */
  pipelineVersion?: number;
  /** Version of the declaration today, where known. */
  currentVersion?: number;
  /** Pipeline variables as resolved at its start; `hidden` when the name says it holds a secret. */
  variables: Array<{ name: string; value: string | null; hidden: boolean }>;
  /** Where the declaration it ran with takes in variables, where that declaration is known. */
  variableUses?: VariableUse[];
  stopReason?: string;
  /** The execution that took its place in the line, when it was superseded, as far as the known list tells. */
  supersededBy?: string;
  /** The execution whose revisions it brought back, when it is a rollback. */
  rollbackOf?: string;
  /** The execution whose failure started it, when it is an automatic rollback. */
  causedBy?: string;
  /** Automatic rollbacks that its failure started, newest first, as far as the known list tells. */
  rolledBackBy: string[];
  /** Later rollbacks that brought its revisions back, newest first, as far as the known list tells. */
  restoredBy: string[];
  /** In the order of the declaration. */
  stages: TimelineStage[];
  failure?: ExecutionFailure;
  /** IAM actions the role lacks, such as `codepipeline:ListRuleExecutions`: what needs them is left out. */
  denied: string[];
  /** AWS console address of the execution. */
  consoleUrl: string;
}
