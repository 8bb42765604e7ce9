import "server-only";
import type { AwsExecutionSummary } from "../../codepipeline/list-pipeline-executions";
import type { EffectOf } from "./effect";
import { startedBy } from "./started-by";

/**
 * The execution that AWS said it started; where that answer was lost, one that was not there when the press looked and that
 * who pressed started (ListPipelineExecutions). The next release through Pipedeck waits for it.
 */
export const releaseEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const before = Array.isArray(expectation.started) ? expectation.started : [];
  const isCandidate = ({ pipelineExecutionId, trigger }: AwsExecutionSummary) =>
    trigger?.triggerType === "StartPipelineExecution" && !before.includes(pipelineExecutionId);
  return startedBy(receipt, aws, { isCandidate, did: "was started" });
};
