import type { PipelineDeclaration, StageDeclaration } from "../engine/declaration";
import type { Random } from "../engine/random";
import type { NewRevision } from "../engine/revision";

/** Where a pipeline lives. */
export interface Place {
  account: string;
  region: string;
}

/** A way in which runs of a pipeline fail now and then. */
export interface Mischance {
  stage: string;
  action: string;
  code: string;
  message: string;
}

/** What a push brings beside its message; `count` is how many came before it. */
export type Arrival = (
  summary: string,
  random: Random,
  count: number,
) => Pick<NewRevision, "branch" | "tag" | "files" | "pullRequest">;

/** A pipeline of the company and how it is used. */
export interface AcmePipeline {
  place: Place;
  declaration: PipelineDeclaration;
  tags: Record<string, string>;
  /** The source action that commits arrive at. */
  source: string;
  /** Other source actions and what arrives there, oldest first. */
  sideSources?: readonly { action: string; messages: readonly string[] }[];
  /** Set when something else than pushes to main arrives at that source. */
  arrival?: Arrival;
  /** Pushes on a working day. */
  perDay: number;
  mischances: readonly Mischance[];
  /** Set when it is older than the company's past and was created with other stages. */
  origin?: { daysBefore: number; declaration: PipelineDeclaration };
}

/** What distinguishes one declaration from another. */
export interface Outline {
  name: string;
  mode?: "QUEUED" | "PARALLEL";
  type?: "V1";
  variables?: PipelineDeclaration["variables"];
  triggers?: PipelineDeclaration["triggers"];
  stages: StageDeclaration[];
}

/** A whole declaration: V2 and SUPERSEDED unless the outline says otherwise. */
export function declarationOf({ account, region }: Place, outline: Outline): PipelineDeclaration {
  return {
    name: outline.name,
    roleArn: `arn:aws:iam::${account}:role/service-role/codepipeline-${outline.name}`,
    artifactStore: { type: "S3", location: `codepipeline-${region}-${account}` },
    stages: outline.stages,
    executionMode: outline.mode ?? "SUPERSEDED",
    pipelineType: outline.type ?? "V2",
    ...(outline.variables === undefined ? {} : { variables: outline.variables }),
    ...(outline.triggers === undefined ? {} : { triggers: outline.triggers }),
  };
}

/** A build or a test that fails now and then, as CodeBuild puts it. */
export function buildFails(stage: string, action: string, message: string): Mischance {
  const prefix =
    "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: ";
  return { stage, action, code: "JobFailed", message: `${prefix}${message}` };
}

/** A deployment that fails now and then. */
export function deployFails(stage: string, action: string, message: string): Mischance {
  return { stage, action, code: "JobFailed", message };
}
