import type { ActionTypeId } from "../engine/declaration";
import { hour } from "../engine/duration";
import { cloudFormation } from "./cloud-formation";
import { codeBuild } from "./code-build";
import { codeDeploy } from "./code-deploy";
import { commands } from "./commands";
import { ec2, eks } from "./compute-deploy";
import { ecs } from "./ecs";
import { custom, generic } from "./generic";
import { codeCommit, codeStarSourceConnection, gitHub } from "./git-source";
import { lambda } from "./lambda";
import { manualApproval } from "./manual-approval";
import type { ProviderModel } from "./provider-model";
import { s3Deploy } from "./s3-deploy";
import { stepFunctions } from "./step-functions";
import { ecrSource, s3Source } from "./store-source";

const models: ReadonlyMap<string, ProviderModel> = new Map([
  ["Source CodeCommit", codeCommit],
  ["Source CodeStarSourceConnection", codeStarSourceConnection],
  ["Source GitHub", gitHub],
  ["Source S3", s3Source],
  ["Source ECR", ecrSource],
  ["Build CodeBuild", codeBuild],
  ["Test CodeBuild", { ...codeBuild, timeoutMs: 8 * hour }],
  ["Deploy CodeDeploy", codeDeploy],
  ["Deploy CodeDeployToECS", codeDeploy],
  ["Deploy CloudFormation", cloudFormation],
  ["Deploy CloudFormationStackSet", cloudFormation],
  ["Deploy CloudFormationStackInstances", cloudFormation],
  ["Deploy ECS", ecs],
  ["Deploy EC2", ec2],
  ["Deploy EKS", eks],
  ["Deploy S3", s3Deploy],
  ["Invoke Lambda", lambda],
  ["Invoke StepFunctions", stepFunctions],
  ["Compute Commands", commands],
  ["Approval Manual", manualApproval],
]);

/** The model of an action type; types nobody has modelled get a generic one. */
export function modelOf(type: ActionTypeId): ProviderModel {
  if (type.owner === "Custom") return custom;
  return models.get(`${type.category} ${type.provider}`) ?? generic;
}
