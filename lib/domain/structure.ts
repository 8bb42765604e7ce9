import type { Instant } from "./instant";
import type { ConfigurationEntry } from "./pipeline-state";
import type { VariableUse } from "./variable-use";

/** A key with its value. A withheld one may carry a mark: two values of one comparison are the same when theirs are. */
export interface DeclaredEntry extends ConfigurationEntry {
  mark?: string;
}

/** An environment variable of an action; its value is always withheld. */
export interface DeclaredEnvironmentVariable {
  key: string;
  value: null;
  hidden: true;
  mark?: string;
  /** PLAINTEXT or SECRETS_MANAGER. */
  type?: string;
}

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
  /** Files that go into an output artifact, where the action says which. */
  artifactFiles?: Array<{ artifact: string; files: string[] }>;
  /** Names of variables it puts out, where the action says which. */
  outputVariables?: string[];
  roleArn?: string;
  configuration: DeclaredEntry[];
  environment?: DeclaredEnvironmentVariable[];
  /** Shell commands of a Commands action: how many, as the text may hold secrets. */
  commands: number;
  commandsMark?: string;
}

/** A rule of a condition as declared. */
export interface DeclaredRule {
  name: string;
  provider: string;
  owner?: string;
  version?: string;
  region?: string;
  roleArn?: string;
  timeoutMs?: number;
  inputArtifacts?: string[];
  configuration: DeclaredEntry[];
  commands?: number;
  commandsMark?: string;
}

/** A condition as declared. */
export interface DeclaredCondition {
  /** FAIL, SKIP, ROLLBACK or RETRY. */
  result?: string;
  rules: DeclaredRule[];
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
  /** Result of a failure where it is told apart from its condition: ROLLBACK, RETRY, FAIL or SKIP. */
  failureResult?: string;
  blockers?: Array<{ name: string; type: string }>;
}

/** Where artifacts are kept. */
export interface DeclaredStore {
  /** Undefined where one store serves the pipeline's own region. */
  region?: string;
  type: string;
  location: string;
  encryptionKey?: { id: string; type?: string };
}

/** A variable as declared. One without a default must be given at every start; a withheld default has no `defaultValue`. */
export interface DeclaredVariable {
  name: string;
  description?: string;
  hasDefault: boolean;
  defaultValue?: string;
  mark?: string;
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
  /** A default whose name or text says that it is a secret stays on the server, as it does for those of an execution. */
  variables: DeclaredVariable[];
  /** Where variables are taken in, those that actions put out among them. */
  variableUses?: VariableUse[];
  /** Role that the pipeline works with. */
  roleArn?: string;
  arn?: string;
  artifactStores?: DeclaredStore[];
  /** AWS console address of the pipeline. */
  consoleUrl: string;
}
