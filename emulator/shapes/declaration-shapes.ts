import { list, map, structure } from "./shape";

/** What a pipeline is made of. */
export const declarationShapes = {
  ActionDeclaration: structure(
    "name*:ActionName actionTypeId*:ActionTypeId runOrder:ActionRunOrder",
    "configuration:ActionConfigurationMap commands:CommandList outputArtifacts:OutputArtifactList",
    "inputArtifacts:InputArtifactList outputVariables:OutputVariableList roleArn:RoleArn",
    "region:AWSRegionName namespace:ActionNamespace timeoutInMinutes:ActionTimeout",
    "environmentVariables:EnvironmentVariableList",
  ),
  ArtifactStore: structure(
    "type*:ArtifactStoreType location*:ArtifactStoreLocation encryptionKey:EncryptionKey",
  ),
  ArtifactStoreMap: map("AWSRegionName", "ArtifactStore"),
  BlockerDeclaration: structure("name*:BlockerName type*:BlockerType"),
  CommandList: list("Command", { min: 1, max: 50 }),
  EncryptionKey: structure("id*:EncryptionKeyId type*:EncryptionKeyType"),
  EnvironmentVariable: structure(
    "name*:EnvironmentVariableName value*:EnvironmentVariableValue type:EnvironmentVariableType",
  ),
  EnvironmentVariableList: list("EnvironmentVariable", { min: 1, max: 10 }),
  FilePathList: list("FilePath", { min: 1, max: 10 }),
  GitBranchFilterCriteria: structure("includes:GitBranchPatternList excludes:GitBranchPatternList"),
  GitBranchPatternList: list("GitBranchNamePattern", { min: 1, max: 8 }),
  GitConfiguration: structure(
    "sourceActionName*:ActionName push:GitPushFilterList pullRequest:GitPullRequestFilterList",
  ),
  GitFilePathFilterCriteria: structure("includes:GitFilePathPatternList excludes:GitFilePathPatternList"),
  GitFilePathPatternList: list("GitFilePathPattern", { min: 1, max: 8 }),
  GitPullRequestEventTypeList: list("GitPullRequestEventType", { min: 1, max: 3 }),
  GitPullRequestFilter: structure(
    "events:GitPullRequestEventTypeList branches:GitBranchFilterCriteria",
    "filePaths:GitFilePathFilterCriteria",
  ),
  GitPullRequestFilterList: list("GitPullRequestFilter", { min: 1, max: 3 }),
  GitPushFilter: structure(
    "tags:GitTagFilterCriteria branches:GitBranchFilterCriteria filePaths:GitFilePathFilterCriteria",
  ),
  GitPushFilterList: list("GitPushFilter", { min: 1, max: 3 }),
  GitTagFilterCriteria: structure("includes:GitTagPatternList excludes:GitTagPatternList"),
  GitTagPatternList: list("GitTagNamePattern", { min: 1, max: 8 }),
  InputArtifact: structure("name*:ArtifactName"),
  InputArtifactList: list("InputArtifact"),
  OutputArtifact: structure("name*:ArtifactName files:FilePathList"),
  OutputArtifactList: list("OutputArtifact"),
  OutputVariableList: list("OutputVariable", { min: 1, max: 15 }),
  PipelineDeclaration: structure(
    "name*:PipelineName roleArn*:RoleArn artifactStore:ArtifactStore artifactStores:ArtifactStoreMap",
    "stages*:PipelineStageDeclarationList version:PipelineVersion executionMode:ExecutionMode",
    "pipelineType:PipelineType variables:PipelineVariableDeclarationList",
    "triggers:PipelineTriggerDeclarationList",
  ),
  PipelineStageDeclarationList: list("StageDeclaration"),
  PipelineTriggerDeclaration: structure(
    "providerType*:PipelineTriggerProviderType gitConfiguration*:GitConfiguration",
  ),
  PipelineTriggerDeclarationList: list("PipelineTriggerDeclaration", { max: 50 }),
  PipelineVariable: structure("name*:PipelineVariableName value*:PipelineVariableValue"),
  PipelineVariableDeclaration: structure(
    "name*:PipelineVariableName defaultValue:PipelineVariableValue",
    "description:PipelineVariableDescription",
  ),
  PipelineVariableDeclarationList: list("PipelineVariableDeclaration", { max: 50 }),
  PipelineVariableList: list("PipelineVariable", { min: 1, max: 50 }),
  ResolvedPipelineVariable: structure("name:String resolvedValue:String"),
  ResolvedPipelineVariableList: list("ResolvedPipelineVariable"),
  StageActionDeclarationList: list("ActionDeclaration"),
  StageBlockerDeclarationList: list("BlockerDeclaration"),
  StageDeclaration: structure(
    "name*:StageName blockers:StageBlockerDeclarationList actions*:StageActionDeclarationList",
    "onFailure:FailureConditions onSuccess:SuccessConditions beforeEntry:BeforeEntryConditions",
  ),
};
