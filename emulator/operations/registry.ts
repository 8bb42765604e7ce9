import { createPipeline } from "./create-pipeline";
import { deletePipeline } from "./delete-pipeline";
import { disableStageTransition } from "./disable-stage-transition";
import { enableStageTransition } from "./enable-stage-transition";
import { getActionType } from "./get-action-type";
import { getPipeline } from "./get-pipeline";
import { getPipelineExecution } from "./get-pipeline-execution";
import { getPipelineState } from "./get-pipeline-state";
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
import { putActionRevision } from "./put-action-revision";
import { putApprovalResult } from "./put-approval-result";
import { retryStageExecution } from "./retry-stage-execution";
import { rollbackStage } from "./rollback-stage";
import { startPipelineExecution } from "./start-pipeline-execution";
import { stopPipelineExecution } from "./stop-pipeline-execution";
import { tagResource } from "./tag-resource";
import { untagResource } from "./untag-resource";
import { updatePipeline } from "./update-pipeline";

/** Every operation the emulator answers, by name. */
export const registry: ReadonlyMap<string, Operation> = new Map(
  [
    createPipeline,
    deletePipeline,
    disableStageTransition,
    enableStageTransition,
    getActionType,
    getPipeline,
    getPipelineExecution,
    getPipelineState,
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
    putActionRevision,
    putApprovalResult,
    retryStageExecution,
    rollbackStage,
    startPipelineExecution,
    stopPipelineExecution,
    tagResource,
    untagResource,
    updatePipeline,
  ].map((operation) => [operation.name, operation]),
);
