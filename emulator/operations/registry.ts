import { acknowledgeJob } from "./acknowledge-job";
import { acknowledgeThirdPartyJob } from "./acknowledge-third-party-job";
import { createCustomActionType } from "./create-custom-action-type";
import { createPipeline } from "./create-pipeline";
import { deleteCustomActionType } from "./delete-custom-action-type";
import { deletePipeline } from "./delete-pipeline";
import { deleteWebhook } from "./delete-webhook";
import { deregisterWebhookWithThirdParty } from "./deregister-webhook-with-third-party";
import { disableStageTransition } from "./disable-stage-transition";
import { enableStageTransition } from "./enable-stage-transition";
import { getActionType } from "./get-action-type";
import { getJobDetails } from "./get-job-details";
import { getPipeline } from "./get-pipeline";
import { getPipelineExecution } from "./get-pipeline-execution";
import { getPipelineState } from "./get-pipeline-state";
import { getThirdPartyJobDetails } from "./get-third-party-job-details";
import { listActionExecutions } from "./list-action-executions";
import { listActionTypes } from "./list-action-types";
import { listDeployActionExecutionTargets } from "./list-deploy-action-execution-targets";
import { listPipelineExecutions } from "./list-pipeline-executions";
import { listPipelines } from "./list-pipelines";
import { listRuleExecutions } from "./list-rule-executions";
import { listRuleTypes } from "./list-rule-types";
import { listTagsForResource } from "./list-tags-for-resource";
import { listWebhooks } from "./list-webhooks";
import type { Operation } from "./operation";
import { overrideStageCondition } from "./override-stage-condition";
import { pollForJobs } from "./poll-for-jobs";
import { pollForThirdPartyJobs } from "./poll-for-third-party-jobs";
import { putActionRevision } from "./put-action-revision";
import { putApprovalResult } from "./put-approval-result";
import { putJobFailureResult } from "./put-job-failure-result";
import { putJobSuccessResult } from "./put-job-success-result";
import { putThirdPartyJobFailureResult } from "./put-third-party-job-failure-result";
import { putThirdPartyJobSuccessResult } from "./put-third-party-job-success-result";
import { putWebhook } from "./put-webhook";
import { registerWebhookWithThirdParty } from "./register-webhook-with-third-party";
import { retryStageExecution } from "./retry-stage-execution";
import { rollbackStage } from "./rollback-stage";
import { startPipelineExecution } from "./start-pipeline-execution";
import { stopPipelineExecution } from "./stop-pipeline-execution";
import { tagResource } from "./tag-resource";
import { untagResource } from "./untag-resource";
import { updateActionType } from "./update-action-type";
import { updatePipeline } from "./update-pipeline";

/** Every operation the emulator answers, by name. */
export const registry: ReadonlyMap<string, Operation> = new Map(
  [
    acknowledgeJob,
    acknowledgeThirdPartyJob,
    createCustomActionType,
    createPipeline,
    deleteCustomActionType,
    deletePipeline,
    deleteWebhook,
    deregisterWebhookWithThirdParty,
    disableStageTransition,
    enableStageTransition,
    getActionType,
    getJobDetails,
    getPipelineExecution,
    getPipelineState,
    getPipeline,
    getThirdPartyJobDetails,
    listActionExecutions,
    listActionTypes,
    listDeployActionExecutionTargets,
    listPipelineExecutions,
    listPipelines,
    listRuleExecutions,
    listRuleTypes,
    listTagsForResource,
    listWebhooks,
    overrideStageCondition,
    pollForJobs,
    pollForThirdPartyJobs,
    putActionRevision,
    putApprovalResult,
    putJobFailureResult,
    putJobSuccessResult,
    putThirdPartyJobFailureResult,
    putThirdPartyJobSuccessResult,
    putWebhook,
    registerWebhookWithThirdParty,
    retryStageExecution,
    rollbackStage,
    startPipelineExecution,
    stopPipelineExecution,
    tagResource,
    untagResource,
    updateActionType,
    updatePipeline,
  ].map((operation) => [operation.name, operation]),
);
