import type { Instant } from "./instant";
import type { ConfigurationEntry } from "./pipeline-state";

/** An action as declared. */
export interface DeclaredAction {
  name: string;
  runOrder: number;
  category: string;
  owner: string;
  provider: string;
  version?: string;
  region?: string;
  namespace?: string;
  timeoutMs?: number;
  inputArtifacts: string[];
  outputArtifacts: string[];
  configuration: ConfigurationEntry[];
  /** Shell commands of a Commands action: how many, as the text may hold secrets. */
  commands: number;
}

/** A condition as declared. */
export interface DeclaredCondition {
  /** FAIL, SKIP, ROLLBACK or RETRY. */
  result?: string;
  rules: Array<{ name: string; provider: string; timeoutMs?: number; configuration: ConfigurationEntry[] }>;
}

/** A stage as declared. */
export interface DeclaredStage {
  name: string;
  actions: DeclaredAction[];
  beforeEntry?: DeclaredCondition;
  onSuccess?: DeclaredCondition;
  onFailure?: DeclaredCondition;
  /** RETRY on failure: FAILED_ACTIONS or ALL_ACTIONS. */
  retryMode?: string;
}

/** What makes a source action start the pipeline, with its filters. */
export interface DeclaredTrigger {
  provider: string;
  sourceAction: string;
  filters: Array<{
    /** push or pullRequest. */
    kind: "push" | "pullRequest";
    events: string[];
    branches: Patterns;
    tags: Patterns;
    filePaths: Patterns;
  }>;
}

/** Glob patterns; an exclude wins over an include. */
export interface Patterns {
  includes: string[];
  excludes: string[];
}

/** The declaration of a pipeline as people read it. */
export interface PipelineStructure {
  target: string;
  name: string;
  version?: number;
  /** V1 or V2. */
  pipelineType?: string;
  executionMode: string;
  createdAt?: Instant;
  updatedAt?: Instant;
  /** When AWS switched polling off after 30 days without an execution. */
  pollingDisabledAt?: Instant;
  stages: DeclaredStage[];
  triggers: DeclaredTrigger[];
  /**
   * A variable without a default must be given at every start. A default whose name or text says that it is a secret
   * stays on the server, as it does for the variables of an execution.
   */
  variables: Array<{ name: string; description?: string; hasDefault: boolean; defaultValue?: string }>;
  /** AWS console address of the pipeline. */
  consoleUrl: string;
}
