import type { RuleRun } from "../record";
import { wireInstant } from "./instant";

/** RuleExecutionDetail of ListRuleExecutions. */
export function ruleExecutionDetail(run: RuleRun): Record<string, unknown> {
  const { execution, declaration: stage } = run.stageRun;
  const { ruleTypeId, configuration = {}, roleArn, region, name } = run.declaration;
  return {
    pipelineExecutionId: execution.id,
    ruleExecutionId: run.id,
    pipelineVersion: execution.version,
    stageName: stage.name,
    ruleName: name,
    startTime: wireInstant(run.startedAt),
    lastUpdateTime: wireInstant(run.changedAt),
    ...(run.updatedBy !== undefined && { updatedBy: run.updatedBy }),
    status: run.status,
    input: {
      ruleTypeId,
      configuration,
      resolvedConfiguration: run.resolvedConfiguration,
      ...(roleArn !== undefined && { roleArn }),
      region: region ?? execution.pipeline.region,
      inputArtifacts: run.inputArtifacts,
    },
    output: {
      executionResult: {
        ...(run.externalExecutionId !== undefined && { externalExecutionId: run.externalExecutionId }),
        ...(run.summary !== undefined && { externalExecutionSummary: run.summary }),
        ...(run.externalExecutionUrl !== undefined && { externalExecutionUrl: run.externalExecutionUrl }),
        ...(run.errorDetails && { errorDetails: run.errorDetails }),
      },
    },
  };
}
