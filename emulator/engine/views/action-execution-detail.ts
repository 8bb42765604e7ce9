import { maskConfiguration } from "../mask-secrets";
import type { ActionRun } from "../record";
import { wireInstant } from "./instant";

function inputOf(run: ActionRun): Record<string, unknown> {
  const { declaration } = run;
  const { actionTypeId, configuration = {}, roleArn, namespace } = declaration;
  const { region, types } = run.stageRun.execution.pipeline;
  return {
    actionTypeId,
    configuration: maskConfiguration(types, actionTypeId, configuration),
    resolvedConfiguration: maskConfiguration(types, actionTypeId, run.resolvedConfiguration),
    ...(roleArn !== undefined && { roleArn }),
    region: declaration.region ?? region,
    inputArtifacts: run.inputArtifacts,
    ...(namespace !== undefined && { namespace }),
  };
}

/** The id of the run outside; an approval of a PARALLEL execution shows its token here. */
function externalIdOf(run: ActionRun): string | undefined {
  return run.stageRun.execution.mode === "PARALLEL"
    ? (run.approvalToken ?? run.externalExecutionId)
    : run.externalExecutionId;
}

function resultOf(run: ActionRun): Record<string, unknown> {
  const externalExecutionId = externalIdOf(run);
  return {
    ...(externalExecutionId !== undefined && { externalExecutionId }),
    ...(run.summary !== undefined && { externalExecutionSummary: run.summary }),
    ...(run.externalExecutionUrl !== undefined && { externalExecutionUrl: run.externalExecutionUrl }),
    ...(run.status !== "InProgress" && run.errorDetails && { errorDetails: run.errorDetails }),
    ...(run.logStreamArn !== undefined && { logStreamARN: run.logStreamArn }),
  };
}

/** ActionExecutionDetail of ListActionExecutions. Output variables show once the action has succeeded. */
export function actionExecutionDetail(run: ActionRun): Record<string, unknown> {
  const { execution, declaration } = run.stageRun;
  return {
    pipelineExecutionId: execution.id,
    actionExecutionId: run.id,
    pipelineVersion: execution.version,
    stageName: declaration.name,
    actionName: run.declaration.name,
    startTime: wireInstant(run.startedAt),
    lastUpdateTime: wireInstant(run.changedAt),
    ...(run.updatedBy !== undefined && { updatedBy: run.updatedBy }),
    status: run.status,
    input: inputOf(run),
    output: {
      outputArtifacts: run.outputArtifacts,
      executionResult: resultOf(run),
      outputVariables: run.status === "Succeeded" ? run.outputVariables : {},
    },
  };
}
