import { createPipeline } from "./create-pipeline";
import { deletePipeline } from "./delete-pipeline";
import { disableStageTransition } from "./disable-stage-transition";
import { enableStageTransition } from "./enable-stage-transition";
import { getPipeline } from "./get-pipeline";
import { getPipelineExecution } from "./get-pipeline-execution";
import { getPipelineState } from "./get-pipeline-state";
import { listActionExecutions } from "./list-action-executions";
import { listActionTypes } from "./list-action-types";
import { listPipelineExecutions } from "./list-pipeline-executions";
import { listPipelines } from "./list-pipelines";
import { listRuleExecutions } from "./list-rule-executions";
import { listTagsForResource } from "./list-tags-for-resource";
import type { Operation } from "./operation";
import { overrideStageCondition } from "./override-stage-condition";
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
    getPipeline,
    getPipelineExecution,
    getPipelineState,
    listActionExecutions,
    listActionTypes,
    listPipelineExecutions,
    listPipelines,
    listRuleExecutions,
    listTagsForResource,
    overrideStageCondition,
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
