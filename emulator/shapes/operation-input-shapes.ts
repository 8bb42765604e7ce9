import { structure } from "./shape";

/** Inputs of the operations. */
export const operationInputShapes = {
  AcknowledgeJobInput: structure("jobId*:JobId nonce*:Nonce"),
  AcknowledgeThirdPartyJobInput: structure("jobId*:ThirdPartyJobId nonce*:Nonce clientToken*:ClientToken"),
  CreateCustomActionTypeInput: structure(
    "category*:ActionCategory provider*:ActionProvider version*:Version settings:ActionTypeSettings",
    "configurationProperties:ActionConfigurationPropertyList inputArtifactDetails*:ArtifactDetails",
    "outputArtifactDetails*:ArtifactDetails tags:TagList",
  ),
  CreatePipelineInput: structure("pipeline*:PipelineDeclaration tags:TagList"),
  DeleteCustomActionTypeInput: structure(
    "category*:ActionCategory provider*:ActionProvider version*:Version",
  ),
  DeletePipelineInput: structure("name*:PipelineName"),
  DeleteWebhookInput: structure("name*:WebhookName"),
  DeregisterWebhookWithThirdPartyInput: structure("webhookName:WebhookName"),
  DisableStageTransitionInput: structure(
    "pipelineName*:PipelineName stageName*:StageName transitionType*:StageTransitionType",
    "reason*:DisabledReason",
  ),
  EnableStageTransitionInput: structure(
    "pipelineName*:PipelineName stageName*:StageName transitionType*:StageTransitionType",
  ),
  GetActionTypeInput: structure(
    "category*:ActionCategory owner*:ActionTypeOwner provider*:ActionProvider version*:Version",
  ),
  GetJobDetailsInput: structure("jobId*:JobId"),
  GetPipelineExecutionInput: structure("pipelineName*:PipelineName pipelineExecutionId*:PipelineExecutionId"),
  GetPipelineInput: structure("name*:PipelineName version:PipelineVersion"),
  GetPipelineStateInput: structure("name*:PipelineName"),
  GetThirdPartyJobDetailsInput: structure("jobId*:ThirdPartyJobId clientToken*:ClientToken"),
  ListActionExecutionsInput: structure(
    "pipelineName*:PipelineName filter:ActionExecutionFilter maxResults:MaxResults",
    "nextToken:NextToken",
  ),
  ListActionTypesInput: structure(
    "actionOwnerFilter:ActionOwner nextToken:NextToken regionFilter:AWSRegionName",
  ),
  ListDeployActionExecutionTargetsInput: structure(
    "pipelineName:PipelineName actionExecutionId*:ActionExecutionId filters:TargetFilterList",
    "maxResults:MaxResults nextToken:NextToken",
  ),
  ListPipelineExecutionsInput: structure(
    "pipelineName*:PipelineName maxResults:MaxResults filter:PipelineExecutionFilter",
    "nextToken:NextToken",
  ),
  ListPipelinesInput: structure("nextToken:NextToken maxResults:MaxPipelines"),
  ListRuleExecutionsInput: structure(
    "pipelineName*:PipelineName filter:RuleExecutionFilter maxResults:MaxResults nextToken:NextToken",
  ),
  ListRuleTypesInput: structure("ruleOwnerFilter:RuleOwner regionFilter:AWSRegionName"),
  ListTagsForResourceInput: structure("resourceArn*:ResourceArn nextToken:NextToken maxResults:MaxResults"),
  ListWebhooksInput: structure("NextToken:NextToken MaxResults:MaxResults"),
  OverrideStageConditionInput: structure(
    "pipelineName*:PipelineName stageName*:StageName pipelineExecutionId*:PipelineExecutionId",
    "conditionType*:ConditionType",
  ),
  PollForJobsInput: structure(
    "actionTypeId*:ActionTypeId maxBatchSize:MaxBatchSize queryParam:QueryParamMap",
  ),
  PollForThirdPartyJobsInput: structure("actionTypeId*:ActionTypeId maxBatchSize:MaxBatchSize"),
  PutActionRevisionInput: structure(
    "pipelineName*:PipelineName stageName*:StageName actionName*:ActionName",
    "actionRevision*:ActionRevision",
  ),
  PutApprovalResultInput: structure(
    "pipelineName*:PipelineName stageName*:StageName actionName*:ActionName result*:ApprovalResult",
    "token*:ApprovalToken",
  ),
  PutJobFailureResultInput: structure("jobId*:JobId failureDetails*:FailureDetails"),
  PutJobSuccessResultInput: structure(
    "jobId*:JobId currentRevision:CurrentRevision continuationToken:ContinuationToken",
    "executionDetails:ExecutionDetails outputVariables:OutputVariablesMap",
  ),
  PutThirdPartyJobFailureResultInput: structure(
    "jobId*:ThirdPartyJobId clientToken*:ClientToken failureDetails*:FailureDetails",
  ),
  PutThirdPartyJobSuccessResultInput: structure(
    "jobId*:ThirdPartyJobId clientToken*:ClientToken currentRevision:CurrentRevision",
    "continuationToken:ContinuationToken executionDetails:ExecutionDetails",
  ),
  PutWebhookInput: structure("webhook*:WebhookDefinition tags:TagList"),
  RegisterWebhookWithThirdPartyInput: structure("webhookName:WebhookName"),
  RetryStageExecutionInput: structure(
    "pipelineName*:PipelineName stageName*:StageName pipelineExecutionId*:PipelineExecutionId",
    "retryMode*:StageRetryMode",
  ),
  RollbackStageInput: structure(
    "pipelineName*:PipelineName stageName*:StageName targetPipelineExecutionId*:PipelineExecutionId",
  ),
  StartPipelineExecutionInput: structure(
    "name*:PipelineName variables:PipelineVariableList clientRequestToken:ClientRequestToken",
    "sourceRevisions:SourceRevisionOverrideList",
  ),
  StopPipelineExecutionInput: structure(
    "pipelineName*:PipelineName pipelineExecutionId*:PipelineExecutionId abandon:Boolean",
    "reason:StopPipelineExecutionReason",
  ),
  TagResourceInput: structure("resourceArn*:ResourceArn tags*:TagList"),
  UntagResourceInput: structure("resourceArn*:ResourceArn tagKeys*:TagKeyList"),
  UpdateActionTypeInput: structure("actionType*:ActionTypeDeclaration"),
  UpdatePipelineInput: structure("pipeline*:PipelineDeclaration"),
};
