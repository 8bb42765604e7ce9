import { structure } from "./shape";

/** Answers of the operations. */
export const operationOutputShapes = {
  AcknowledgeJobOutput: structure("status:JobStatus"),
  AcknowledgeThirdPartyJobOutput: structure("status:JobStatus"),
  CreateCustomActionTypeOutput: structure("actionType*:ActionType tags:TagList"),
  CreatePipelineOutput: structure("pipeline:PipelineDeclaration tags:TagList"),
  DeleteWebhookOutput: structure(),
  DeregisterWebhookWithThirdPartyOutput: structure(),
  GetActionTypeOutput: structure("actionType:ActionTypeDeclaration"),
  GetJobDetailsOutput: structure("jobDetails:JobDetails"),
  GetPipelineExecutionOutput: structure("pipelineExecution:PipelineExecution"),
  GetPipelineOutput: structure("pipeline:PipelineDeclaration metadata:PipelineMetadata"),
  GetPipelineStateOutput: structure(
    "pipelineName:PipelineName pipelineVersion:PipelineVersion stageStates:StageStateList",
    "created:Timestamp updated:Timestamp",
  ),
  GetThirdPartyJobDetailsOutput: structure("jobDetails:ThirdPartyJobDetails"),
  ListActionExecutionsOutput: structure(
    "actionExecutionDetails:ActionExecutionDetailList nextToken:NextToken",
  ),
  ListActionTypesOutput: structure("actionTypes*:ActionTypeList nextToken:NextToken"),
  ListDeployActionExecutionTargetsOutput: structure(
    "targets:DeployActionExecutionTargetList nextToken:NextToken",
  ),
  ListPipelineExecutionsOutput: structure(
    "pipelineExecutionSummaries:PipelineExecutionSummaryList nextToken:NextToken",
  ),
  ListPipelinesOutput: structure("pipelines:PipelineList nextToken:NextToken"),
  ListRuleExecutionsOutput: structure("ruleExecutionDetails:RuleExecutionDetailList nextToken:NextToken"),
  ListRuleTypesOutput: structure("ruleTypes*:RuleTypeList"),
  ListTagsForResourceOutput: structure("tags:TagList nextToken:NextToken"),
  ListWebhooksOutput: structure("webhooks:WebhookList NextToken:NextToken"),
  PollForJobsOutput: structure("jobs:JobList"),
  PollForThirdPartyJobsOutput: structure("jobs:ThirdPartyJobList"),
  PutActionRevisionOutput: structure("newRevision:Boolean pipelineExecutionId:PipelineExecutionId"),
  PutApprovalResultOutput: structure("approvedAt:Timestamp"),
  PutWebhookOutput: structure("webhook:ListWebhookItem"),
  RegisterWebhookWithThirdPartyOutput: structure(),
  RetryStageExecutionOutput: structure("pipelineExecutionId:PipelineExecutionId"),
  RollbackStageOutput: structure("pipelineExecutionId*:PipelineExecutionId"),
  StartPipelineExecutionOutput: structure("pipelineExecutionId:PipelineExecutionId"),
  StopPipelineExecutionOutput: structure("pipelineExecutionId:PipelineExecutionId"),
  TagResourceOutput: structure(),
  UntagResourceOutput: structure(),
  UpdatePipelineOutput: structure("pipeline:PipelineDeclaration"),
};
