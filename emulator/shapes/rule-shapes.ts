import { list, map, structure } from "./shape";

/** Conditions, rules and their runs. */
export const ruleShapes = {
  BeforeEntryConditions: structure("conditions*:ConditionList"),
  Condition: structure("result:Result rules:RuleDeclarationList"),
  ConditionExecution: structure(
    "status:ConditionExecutionStatus summary:ExecutionSummary lastStatusChange:Timestamp",
  ),
  ConditionList: list("Condition", { min: 1, max: 1 }),
  ConditionState: structure("latestExecution:ConditionExecution ruleStates:RuleStateList"),
  ConditionStateList: list("ConditionState"),
  FailureConditions: structure(
    "result:Result retryConfiguration:RetryConfiguration conditions:ConditionList",
  ),
  ResolvedRuleConfigurationMap: map("String", "String"),
  RuleConfigurationMap: map("RuleConfigurationKey", "RuleConfigurationValue", { min: 0, max: 200 }),
  RuleConfigurationProperty: structure(
    "name*:RuleConfigurationKey required*:Boolean key*:Boolean secret*:Boolean queryable:Boolean",
    "description:Description type:RuleConfigurationPropertyType",
  ),
  RuleConfigurationPropertyList: list("RuleConfigurationProperty", { max: 10 }),
  RuleDeclaration: structure(
    "name*:RuleName ruleTypeId*:RuleTypeId configuration:RuleConfigurationMap commands:CommandList",
    "inputArtifacts:InputArtifactList roleArn:RoleArn region:AWSRegionName",
    "timeoutInMinutes:RuleTimeout",
  ),
  RuleDeclarationList: list("RuleDeclaration", { min: 1, max: 5 }),
  RuleExecution: structure(
    "ruleExecutionId:RuleExecutionId status:RuleExecutionStatus summary:ExecutionSummary",
    "lastStatusChange:Timestamp token:RuleExecutionToken lastUpdatedBy:LastUpdatedBy",
    "externalExecutionId:ExecutionId externalExecutionUrl:Url errorDetails:ErrorDetails",
  ),
  RuleExecutionDetail: structure(
    "pipelineExecutionId:PipelineExecutionId ruleExecutionId:RuleExecutionId",
    "pipelineVersion:PipelineVersion stageName:StageName ruleName:RuleName startTime:Timestamp",
    "lastUpdateTime:Timestamp updatedBy:LastUpdatedBy status:RuleExecutionStatus",
    "input:RuleExecutionInput output:RuleExecutionOutput",
  ),
  RuleExecutionDetailList: list("RuleExecutionDetail"),
  RuleExecutionFilter: structure(
    "pipelineExecutionId:PipelineExecutionId",
    "latestInPipelineExecution:LatestInPipelineExecutionFilter",
  ),
  RuleExecutionInput: structure(
    "ruleTypeId:RuleTypeId configuration:RuleConfigurationMap",
    "resolvedConfiguration:ResolvedRuleConfigurationMap roleArn:RoleArn region:AWSRegionName",
    "inputArtifacts:ArtifactDetailList",
  ),
  RuleExecutionOutput: structure("executionResult:RuleExecutionResult"),
  RuleExecutionResult: structure(
    "externalExecutionId:ExternalExecutionId externalExecutionSummary:ExternalExecutionSummary",
    "externalExecutionUrl:Url errorDetails:ErrorDetails",
  ),
  RuleRevision: structure(
    "revisionId*:Revision revisionChangeId*:RevisionChangeIdentifier created*:Timestamp",
  ),
  RuleState: structure(
    "ruleName:RuleName currentRevision:RuleRevision latestExecution:RuleExecution entityUrl:Url",
    "revisionUrl:Url",
  ),
  RuleStateList: list("RuleState"),
  RuleType: structure(
    "id*:RuleTypeId settings:RuleTypeSettings",
    "ruleConfigurationProperties:RuleConfigurationPropertyList inputArtifactDetails*:ArtifactDetails",
  ),
  RuleTypeId: structure("category*:RuleCategory owner:RuleOwner provider*:RuleProvider version:Version"),
  RuleTypeList: list("RuleType"),
  RuleTypeSettings: structure(
    "thirdPartyConfigurationUrl:Url entityUrlTemplate:UrlTemplate executionUrlTemplate:UrlTemplate",
    "revisionUrlTemplate:UrlTemplate",
  ),
  StageConditionState: structure(
    "latestExecution:StageConditionsExecution conditionStates:ConditionStateList",
  ),
  StageConditionsExecution: structure("status:ConditionExecutionStatus summary:ExecutionSummary"),
  SuccessConditions: structure("conditions*:ConditionList"),
};
