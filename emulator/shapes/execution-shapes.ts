import { list, map, structure } from "./shape";

/** Executions, states and tags. */
export const executionShapes = {
  ActionContext: structure("name:ActionName actionExecutionId:ActionExecutionId"),
  ActionExecution: structure(
    "actionExecutionId:ActionExecutionId status:ActionExecutionStatus summary:ExecutionSummary",
    "lastStatusChange:Timestamp token:ActionExecutionToken lastUpdatedBy:LastUpdatedBy",
    "externalExecutionId:ExecutionId externalExecutionUrl:Url percentComplete:Percentage",
    "errorDetails:ErrorDetails logStreamARN:LogStreamARN",
  ),
  ActionExecutionDetail: structure(
    "pipelineExecutionId:PipelineExecutionId actionExecutionId:ActionExecutionId",
    "pipelineVersion:PipelineVersion stageName:StageName actionName:ActionName startTime:Timestamp",
    "lastUpdateTime:Timestamp updatedBy:LastUpdatedBy status:ActionExecutionStatus",
    "input:ActionExecutionInput output:ActionExecutionOutput",
  ),
  ActionExecutionDetailList: list("ActionExecutionDetail"),
  ActionExecutionFilter: structure(
    "pipelineExecutionId:PipelineExecutionId",
    "latestInPipelineExecution:LatestInPipelineExecutionFilter",
  ),
  ActionExecutionInput: structure(
    "actionTypeId:ActionTypeId configuration:ActionConfigurationMap",
    "resolvedConfiguration:ResolvedActionConfigurationMap roleArn:RoleArn region:AWSRegionName",
    "inputArtifacts:ArtifactDetailList namespace:ActionNamespace",
  ),
  ActionExecutionOutput: structure(
    "outputArtifacts:ArtifactDetailList executionResult:ActionExecutionResult",
    "outputVariables:OutputVariablesMap",
  ),
  ActionExecutionResult: structure(
    "externalExecutionId:ExternalExecutionId externalExecutionSummary:ExternalExecutionSummary",
    "externalExecutionUrl:Url errorDetails:ErrorDetails logStreamARN:LogStreamARN",
  ),
  ActionRevision: structure(
    "revisionId*:Revision revisionChangeId*:RevisionChangeIdentifier created*:Timestamp",
  ),
  ActionState: structure(
    "actionName:ActionName currentRevision:ActionRevision latestExecution:ActionExecution",
    "entityUrl:Url revisionUrl:Url",
  ),
  ActionStateList: list("ActionState"),
  ApprovalResult: structure("summary*:ApprovalSummary status*:ApprovalStatus"),
  Artifact: structure("name:ArtifactName revision:Revision location:ArtifactLocation"),
  ArtifactDetail: structure("name:ArtifactName s3location:S3Location"),
  ArtifactDetailList: list("ArtifactDetail"),
  ArtifactList: list("Artifact"),
  ArtifactLocation: structure("type:ArtifactLocationType s3Location:S3ArtifactLocation"),
  ArtifactRevision: structure(
    "name:ArtifactName revisionId:Revision revisionChangeIdentifier:RevisionChangeIdentifier",
    "revisionSummary:RevisionSummary created:Timestamp revisionUrl:Url",
  ),
  ArtifactRevisionList: list("ArtifactRevision"),
  CurrentRevision: structure(
    "revision*:Revision changeIdentifier*:RevisionChangeIdentifier created:Time",
    "revisionSummary:RevisionSummary",
  ),
  DeployActionExecutionTarget: structure(
    "targetId:String targetType:String status:String startTime:Timestamp endTime:Timestamp",
    "events:DeployTargetEventList",
  ),
  DeployActionExecutionTargetList: list("DeployActionExecutionTarget"),
  DeployTargetEvent: structure(
    "name:String status:String startTime:Timestamp endTime:Timestamp context:DeployTargetEventContext",
  ),
  DeployTargetEventContext: structure("ssmCommandId:String message:String"),
  DeployTargetEventList: list("DeployTargetEvent"),
  ErrorDetails: structure("code:Code message:Message"),
  ExecutionDetails: structure(
    "summary:ExecutionSummary externalExecutionId:ExecutionId percentComplete:Percentage",
  ),
  ExecutionTrigger: structure("triggerType:TriggerType triggerDetail:TriggerDetail"),
  FailureDetails: structure("type*:FailureType message*:Message externalExecutionId:ExecutionId"),
  LatestInPipelineExecutionFilter: structure(
    "pipelineExecutionId*:PipelineExecutionId startTimeRange*:StartTimeRange",
  ),
  OutputVariablesMap: map("OutputVariablesKey", "OutputVariablesValue"),
  PipelineContext: structure(
    "pipelineName:PipelineName stage:StageContext action:ActionContext pipelineArn:PipelineArn",
    "pipelineExecutionId:PipelineExecutionId",
  ),
  PipelineExecution: structure(
    "pipelineName:PipelineName pipelineVersion:PipelineVersion",
    "pipelineExecutionId:PipelineExecutionId status:PipelineExecutionStatus",
    "statusSummary:PipelineExecutionStatusSummary artifactRevisions:ArtifactRevisionList",
    "variables:ResolvedPipelineVariableList trigger:ExecutionTrigger executionMode:ExecutionMode",
    "executionType:ExecutionType rollbackMetadata:PipelineRollbackMetadata",
  ),
  PipelineExecutionFilter: structure("succeededInStage:SucceededInStageFilter"),
  PipelineExecutionSummary: structure(
    "pipelineExecutionId:PipelineExecutionId status:PipelineExecutionStatus",
    "statusSummary:PipelineExecutionStatusSummary startTime:Timestamp lastUpdateTime:Timestamp",
    "sourceRevisions:SourceRevisionList trigger:ExecutionTrigger stopTrigger:StopExecutionTrigger",
    "executionMode:ExecutionMode executionType:ExecutionType",
    "rollbackMetadata:PipelineRollbackMetadata",
  ),
  PipelineExecutionSummaryList: list("PipelineExecutionSummary"),
  PipelineList: list("PipelineSummary"),
  PipelineMetadata: structure(
    "pipelineArn:PipelineArn created:Timestamp updated:Timestamp pollingDisabledAt:Timestamp",
  ),
  PipelineRollbackMetadata: structure("rollbackTargetPipelineExecutionId:PipelineExecutionId"),
  PipelineSummary: structure(
    "name:PipelineName version:PipelineVersion pipelineType:PipelineType executionMode:ExecutionMode",
    "created:Timestamp updated:Timestamp",
  ),
  QueryParamMap: map("ActionConfigurationKey", "ActionConfigurationQueryableValue", { min: 0, max: 1 }),
  RetryConfiguration: structure("retryMode:StageRetryMode"),
  RetryStageMetadata: structure(
    "autoStageRetryAttempt:RetryAttempt manualStageRetryAttempt:RetryAttempt",
    "latestRetryTrigger:RetryTrigger",
  ),
  S3ArtifactLocation: structure("bucketName*:S3BucketName objectKey*:S3ObjectKey"),
  S3Location: structure("bucket:S3Bucket key:S3Key"),
  SourceRevision: structure(
    "actionName*:ActionName revisionId:Revision revisionSummary:RevisionSummary revisionUrl:Url",
  ),
  SourceRevisionList: list("SourceRevision"),
  SourceRevisionOverride: structure(
    "actionName*:ActionName revisionType*:SourceRevisionType revisionValue*:Revision",
  ),
  SourceRevisionOverrideList: list("SourceRevisionOverride", { min: 0, max: 50 }),
  StageContext: structure("name:StageName"),
  StageExecution: structure(
    "pipelineExecutionId*:PipelineExecutionId status*:StageExecutionStatus type:ExecutionType",
  ),
  StageExecutionList: list("StageExecution"),
  StageState: structure(
    "stageName:StageName inboundExecution:StageExecution inboundExecutions:StageExecutionList",
    "inboundTransitionState:TransitionState actionStates:ActionStateList",
    "latestExecution:StageExecution beforeEntryConditionState:StageConditionState",
    "onSuccessConditionState:StageConditionState onFailureConditionState:StageConditionState",
    "retryStageMetadata:RetryStageMetadata",
  ),
  StageStateList: list("StageState"),
  StopExecutionTrigger: structure("reason:StopPipelineExecutionReason"),
  SucceededInStageFilter: structure("stageName:StageName"),
  Tag: structure("key*:TagKey value*:TagValue"),
  TagKeyList: list("TagKey"),
  TagList: list("Tag"),
  TargetFilter: structure("name:TargetFilterName values:TargetFilterValueList"),
  TargetFilterList: list("TargetFilter"),
  TargetFilterValueList: list("TargetFilterValue"),
  TransitionState: structure(
    "enabled:Enabled lastChangedBy:LastChangedBy lastChangedAt:LastChangedAt",
    "disabledReason:DisabledReason",
  ),
};
