import type { ActionTypeId } from "../engine/declaration";

/** Something the configuration of an action may say. */
export interface ActionProperty {
  name: string;
  required: boolean;
  key: boolean;
  secret: boolean;
  /** Workers ask for jobs by its value. */
  queryable: boolean;
  description?: string;
  type?: string;
}

/** One action type: AWS's, a partner's or an account's own. */
export interface ActionTypeEntry {
  id: ActionTypeId;
  /** Fewest and most artifacts. */
  inputs: readonly [number, number];
  outputs: readonly [number, number];
  properties: readonly ActionProperty[];
  /** Pages of what its actions work on, of their runs, and of what they are set up by; `{Config:Name}` stands for a value. */
  entityUrlTemplate?: string;
  executionUrlTemplate?: string;
  revisionUrlTemplate?: string;
  configurationUrl?: string;
}

/** `Category Owner Provider`, inputs and outputs as `least..most`, then properties: `*` required, `!` secret. */
const rows = [
  "Source AWS S3 | 0..0 | 1..1 | S3Bucket* S3ObjectKey* PollForSourceChanges AllowOverrideForS3ObjectKey",
  "Source AWS CodeCommit | 0..0 | 1..1 | RepositoryName* BranchName* PollForSourceChanges OutputArtifactFormat",
  "Source AWS ECR | 0..0 | 1..1 | RepositoryName* ImageTag",
  "Source AWS CodeStarSourceConnection | 0..0 | 1..1 | ConnectionArn* FullRepositoryId* BranchName* OutputArtifactFormat DetectChanges",
  "Source ThirdParty GitHub | 0..0 | 1..1 | Owner* Repo* Branch* OAuthToken*! PollForSourceChanges",
  "Build AWS CodeBuild | 1..5 | 0..5 | ProjectName* PrimarySource BatchEnabled CombineArtifacts BuildspecOverride EnvironmentVariables",
  "Build AWS ECRBuildAndPublish | 1..1 | 0..1 | ECRRepositoryName* DockerFilePath ImageTags RegistryType",
  "Test AWS CodeBuild | 1..5 | 0..5 | ProjectName* PrimarySource BatchEnabled CombineArtifacts BuildspecOverride EnvironmentVariables",
  "Test AWS DeviceFarm | 1..1 | 0..0 | ProjectId* DevicePoolArn* TestType* AppType App Test",
  "Deploy AWS S3 | 1..1 | 0..0 | BucketName* Extract* ObjectKey CannedACL CacheControl KMSEncryptionKeyARN",
  "Deploy AWS CodeDeploy | 1..1 | 0..0 | ApplicationName* DeploymentGroupName*",
  "Deploy AWS CodeDeployToECS | 1..5 | 0..0 | ApplicationName* DeploymentGroupName* TaskDefinitionTemplateArtifact* AppSpecTemplateArtifact* TaskDefinitionTemplatePath AppSpecTemplatePath Image1ArtifactName Image1ContainerName Image2ArtifactName Image2ContainerName",
  "Deploy AWS CloudFormation | 0..10 | 0..1 | ActionMode* StackName* ChangeSetName TemplatePath TemplateConfiguration Capabilities RoleArn ParameterOverrides OutputFileName",
  "Deploy AWS CloudFormationStackSet | 1..10 | 0..1 | StackSetName* TemplatePath* Description Parameters Capabilities PermissionModel DeploymentTargets Regions FailureTolerancePercentage MaxConcurrentPercentage",
  "Deploy AWS CloudFormationStackInstances | 0..10 | 0..0 | StackSetName* DeploymentTargets* Regions* ParameterOverrides FailureTolerancePercentage MaxConcurrentPercentage",
  "Deploy AWS ECS | 1..1 | 0..0 | ClusterName* ServiceName* FileName DeploymentTimeout",
  "Deploy AWS EKS | 1..1 | 0..0 | ClusterName* HelmReleaseName HelmChartLocation ManifestFiles Namespace",
  "Deploy AWS EC2 | 1..1 | 0..0 | InstanceTagKey* InstanceTagValue InstanceType* TargetDirectory DeploySpec MaxBatch MaxError TargetGroupNameList PreScript PostScript",
  "Deploy AWS ElasticBeanstalk | 1..1 | 0..0 | ApplicationName* EnvironmentName*",
  "Deploy AWS ServiceCatalog | 1..1 | 0..0 | TemplateFilePath ProductVersionName ProductType ProductId* ProductVersionDescription ConfigurationFilePath",
  "Deploy AWS AppConfig | 1..1 | 0..0 | Application* Environment* ConfigurationProfile* InputArtifactConfigurationPath* DeploymentStrategy",
  "Deploy ThirdParty AlexaSkillsKit | 1..2 | 0..0 | ClientId* ClientSecret*! RefreshToken*! SkillId*",
  "Invoke AWS Lambda | 0..5 | 0..5 | FunctionName* UserParameters",
  "Invoke AWS StepFunctions | 0..1 | 0..1 | StateMachineArn* ExecutionNamePrefix InputType Input",
  "Invoke AWS InspectorScan | 0..1 | 0..1 | InspectorRunMode* ECRRepositoryName InputImageTag CriticalThreshold HighThreshold",
  "Invoke AWS CodePipeline | 0..1 | 0..0 | PipelineName* SourceRevisions Variables",
  "Compute AWS Commands | 1..10 | 0..1 |",
  "Approval AWS Manual | 0..0 | 0..0 | NotificationArn ExternalEntityLink CustomData",
] as const;

/** Pages that show what an action works on, where the action type offers one for all actions. */
const entityPages: ReadonlyMap<string, string> = new Map([
  ["S3", "s3/home?#"],
  ["CodeCommit", "codecommit/home#/repository/{Config:RepositoryName}/browse/{Config:BranchName}"],
  ["CodeBuild", "codebuild/home?#/projects/{Config:ProjectName}/view"],
  [
    "CodeDeploy",
    "codedeploy/home?#/applications/{Config:ApplicationName}/deployment-groups/{Config:DeploymentGroupName}",
  ],
  ["CloudFormation", "cloudformation/home?#/"],
  ["ECS", "ecs/home?#/clusters/{Config:ClusterName}/services/{Config:ServiceName}"],
  ["ElasticBeanstalk", "elasticbeanstalk/r/application/overview?applicationName={Config:ApplicationName}"],
  ["Lambda", "lambda/home?#/functions/{Config:FunctionName}"],
]);

function range(words: string): readonly [number, number] {
  const [least, most] = words.split("..").map(Number);
  return [least ?? 0, most ?? 0];
}

function entry(row: string): ActionTypeEntry {
  const [id = "", inputs = "", outputs = "", properties = ""] = row.split("|").map((part) => part.trim());
  const [category = "", owner = "", provider = ""] = id.split(" ");
  const page = owner === "AWS" ? entityPages.get(provider) : undefined;
  return {
    id: { category, owner, provider, version: "1" },
    inputs: range(inputs),
    outputs: range(outputs),
    properties: properties
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => ({
        name: word.replace(/[*!]+$/, ""),
        required: word.includes("*"),
        key: word.includes("*"),
        secret: word.includes("!"),
        queryable: false,
      })),
    ...(page !== undefined && { entityUrlTemplate: `https://console.aws.amazon.com/${page}` }),
  };
}

/** The action types AWS offers, in a fixed order. */
export const actionTypes: readonly ActionTypeEntry[] = rows.map(entry);

function keyOf({ category, owner, provider }: ActionTypeId): string {
  return `${category} ${owner} ${provider}`;
}

const byId: ReadonlyMap<string, ActionTypeEntry> = new Map(actionTypes.map((type) => [keyOf(type.id), type]));

/** The entry of a type that AWS or a partner offers; undefined for custom and unknown ones. */
export function actionTypeEntry(id: ActionTypeId): ActionTypeEntry | undefined {
  return byId.get(keyOf(id));
}
