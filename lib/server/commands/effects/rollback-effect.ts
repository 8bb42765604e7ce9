import "server-only";
import type { AwsExecutionSummary } from "../../codepipeline/list-pipeline-executions";
import type { EffectOf } from "./effect";
import { startedBy } from "./started-by";

/**
 * A stage rolled back: the execution that AWS said it started; where that answer was lost, one of type ROLLBACK to the
 * very execution that was asked for, which was not there when the press looked and which who pressed started
 * (ListPipelineExecutions). The next rollback of the stage through Pipedeck waits for it.
 */
export const rollbackEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const before = Array.isArray(expectation.rollbacks) ? expectation.rollbacks : [];
  const isCandidate = ({ pipelineExecutionId, rollbackMetadata, trigger }: AwsExecutionSummary) =>
    rollbackMetadata?.rollbackTargetPipelineExecutionId === receipt.executionId &&
    trigger?.triggerType !== "AutomatedRollback" &&
    !before.includes(pipelineExecutionId);
  return startedBy(receipt, aws, { isCandidate, did: `rolls ${receipt.stage} back, started` });
};
