import "server-only";
import type { TargetConfig } from "../config/config";

/** What one write is about; how much of it AWS can tell apart depends on the operation. */
export interface WritePlace {
  pipeline: string;
  stage?: string;
  action?: string;
}

/** How far AWS lets a permission for each operation be narrowed (service authorization reference of CodePipeline). */
const NARROWEST: Readonly<Record<string, keyof WritePlace>> = {
  StartPipelineExecution: "pipeline",
  StopPipelineExecution: "pipeline",
  RetryStageExecution: "stage",
  RollbackStage: "stage",
  OverrideStageCondition: "stage",
  EnableStageTransition: "stage",
  DisableStageTransition: "stage",
  PutApprovalResult: "action",
};

const STEPS = ["pipeline", "stage", "action"] as const;
/** No wildcard and no policy variable is among these. */
const PLAIN_NAME = /^[A-Za-z0-9.@_-]{1,100}$/;

/** A write whose credentials cannot be narrowed to it: nothing is sent. */
export class NotSignedError extends Error {
  override name = "NotSignedError";
}

/**
 * ARN of the one thing an operation writes to: the pipeline, its stage or the stage's action.
 *
 * @throws NotSignedError
 */
export function resourceOf(target: TargetConfig, operation: string, place: WritePlace): string {
  const narrowest = NARROWEST[operation];
  if (narrowest === undefined) throw new NotSignedError(`${operation} is no operation of a press`);
  const names = STEPS.slice(0, STEPS.indexOf(narrowest) + 1).map((step) => place[step] ?? "");
  const strange = names.find((name) => !PLAIN_NAME.test(name));
  if (strange !== undefined)
    throw new NotSignedError(`credentials for ${operation} cannot be narrowed to ${JSON.stringify(strange)}`);
  const partition = (target.operatorRoleArn ?? "").split(":")[1] ?? "aws";
  return `arn:${partition}:codepipeline:${target.region}:${target.account}:${names.join("/")}`;
}

/** The session policy (IAM JSON) that leaves of a role's permissions one operation on one thing. */
export function sessionPolicy(operation: string, resource: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: `codepipeline:${operation}`, Resource: resource }],
  });
}
