import type { StageDeclaration } from "../declaration";
import type { ConditionKind, RuleRun, StageRun } from "../record";
import { wireInstant } from "./instant";

function ruleExecution(run: RuleRun): Record<string, unknown> {
  return {
    ruleExecutionId: run.id,
    status: run.status,
    ...(run.summary !== undefined && { summary: run.summary }),
    lastStatusChange: wireInstant(run.changedAt),
    ...(run.updatedBy !== undefined && { lastUpdatedBy: run.updatedBy }),
    ...(run.externalExecutionId !== undefined && { externalExecutionId: run.externalExecutionId }),
    ...(run.externalExecutionUrl !== undefined && { externalExecutionUrl: run.externalExecutionUrl }),
    ...(run.errorDetails && { errorDetails: run.errorDetails }),
  };
}

/** StageConditionState of GetPipelineState; undefined for a stage without such a condition. */
export function conditionState(
  stage: StageDeclaration,
  kind: ConditionKind,
  latest: StageRun | undefined,
): Record<string, unknown> | undefined {
  const condition = stage[kind]?.conditions?.[0];
  if (!condition) return undefined;
  const evaluation = latest?.conditions.get(kind);
  const ruleStates = (condition.rules ?? []).map(({ name }) => {
    const run = evaluation?.rules.get(name);
    return { ruleName: name, ...(run && { latestExecution: ruleExecution(run) }) };
  });
  if (!evaluation) return { conditionStates: [{ ruleStates }] };
  const { status, changedAt } = evaluation;
  return {
    latestExecution: { status },
    conditionStates: [{ latestExecution: { status, lastStatusChange: wireInstant(changedAt) }, ruleStates }],
  };
}
