/** What an action is: for example Build / AWS / CodeBuild / 1. */
export interface ActionTypeId {
  category: string;
  owner: string;
  provider: string;
  version: string;
}

export interface ArtifactStore {
  type: string;
  location: string;
  encryptionKey?: { id: string; type: string };
}

export interface ActionDeclaration {
  name: string;
  actionTypeId: ActionTypeId;
  runOrder?: number;
  configuration?: Record<string, string>;
  commands?: string[];
  outputArtifacts?: Array<{ name: string; files?: string[] }>;
  inputArtifacts?: Array<{ name: string }>;
  outputVariables?: string[];
  roleArn?: string;
  region?: string;
  namespace?: string;
  timeoutInMinutes?: number;
  environmentVariables?: Array<{ name: string; value: string; type?: string }>;
}

export interface RuleDeclaration {
  name: string;
  ruleTypeId: { category: string; owner?: string; provider: string; version?: string };
  configuration?: Record<string, string>;
  commands?: string[];
  inputArtifacts?: Array<{ name: string }>;
  roleArn?: string;
  region?: string;
  timeoutInMinutes?: number;
}

export interface ConditionDeclaration {
  result?: string;
  rules?: RuleDeclaration[];
}

export interface StageDeclaration {
  name: string;
  blockers?: Array<{ name: string; type: string }>;
  actions: ActionDeclaration[];
  beforeEntry?: { conditions: ConditionDeclaration[] };
  onSuccess?: { conditions: ConditionDeclaration[] };
  onFailure?: {
    result?: string;
    retryConfiguration?: { retryMode?: string };
    conditions?: ConditionDeclaration[];
  };
}

export interface GitFilter {
  includes?: string[];
  excludes?: string[];
}

export interface TriggerDeclaration {
  providerType: string;
  gitConfiguration: {
    sourceActionName: string;
    push?: Array<{ tags?: GitFilter; branches?: GitFilter; filePaths?: GitFilter }>;
    pullRequest?: Array<{ events?: string[]; branches?: GitFilter; filePaths?: GitFilter }>;
  };
}

export type ExecutionMode = "SUPERSEDED" | "QUEUED" | "PARALLEL";

/** A pipeline's structure as CreatePipeline and UpdatePipeline take it. */
export interface PipelineDeclaration {
  name: string;
  roleArn: string;
  artifactStore?: ArtifactStore;
  artifactStores?: Record<string, ArtifactStore>;
  stages: StageDeclaration[];
  version?: number;
  executionMode?: ExecutionMode;
  pipelineType?: string;
  variables?: Array<{ name: string; defaultValue?: string; description?: string }>;
  triggers?: TriggerDeclaration[];
}
