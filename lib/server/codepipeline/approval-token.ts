import "server-only";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { getPipelineState } from "./get-pipeline-state";
import { isExecutionUnknown } from "./is-execution-unknown";
import { objects, text } from "./lenient";
import { type AwsActionExecution, listActionExecutions } from "./list-action-executions";

/** What stands at an approval action right now, as AWS says it afresh. The token never leaves the server. */
export type ApprovalFound =
  | { kind: "open"; token: string; executionId: string; actionExecutionId?: string }
  /** An approval is open there, but of another execution. */
  | { kind: "other-execution"; executionId: string }
  /** Nothing waits there for this execution; `status` is AWS's word for the action where it has one. */
  | { kind: "not-waiting"; status?: string; lastUpdatedBy?: string; summary?: string }
  | { kind: "no-such-stage" }
  | { kind: "no-such-action" };

const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads the approval token of one execution at one action: from GetPipelineState, or, where the mode is PARALLEL and
 * the state holds none, from ListActionExecutions (externalExecutionId). Throws AwsReadError.
 */
export async function findApprovalToken(
  target: TargetConfig,
  pipeline: string,
  stage: string,
  action: string,
  executionId: string,
  urgency: Urgency = "press",
): Promise<ApprovalFound> {
  const stages = objects((await getPipelineState(target, pipeline, urgency)).stageStates);
  const stageState = stages.find((candidate) => candidate.stageName === stage);
  // AWS does not say whether the state of a PARALLEL pipeline names its stages, so none at all proves nothing.
  if (!stageState && stages.length > 0) return { kind: "no-such-stage" };
  const actionState = objects(stageState?.actionStates).find((candidate) => candidate.actionName === action);
  if (!actionState && stages.length > 0) return { kind: "no-such-action" };
  const standing = text(stageState?.latestExecution?.pipelineExecutionId);
  const token = text(actionState?.latestExecution?.token);
  const open = token !== undefined && actionState?.latestExecution?.status === "InProgress";
  if (open && standing === executionId) {
    const actionExecutionId = text(actionState?.latestExecution?.actionExecutionId);
    return { kind: "open", token, executionId, actionExecutionId };
  }
  const run = await findRun(target, pipeline, { stage, action, executionId }, urgency);
  if (run?.token !== undefined && run.status === "InProgress" && standing !== executionId) {
    return { kind: "open", token: run.token, executionId, actionExecutionId: run.actionExecutionId };
  }
  if (open && standing !== undefined) return { kind: "other-execution", executionId: standing };
  const latest = standing === executionId ? actionState?.latestExecution : undefined;
  return {
    kind: "not-waiting",
    status: text(latest?.status) ?? run?.status,
    lastUpdatedBy: text(latest?.lastUpdatedBy) ?? run?.updatedBy,
    summary: text(latest?.summary) ?? run?.summary,
  };
}

async function findRun(
  target: TargetConfig,
  pipeline: string,
  wanted: { stage: string; action: string; executionId: string },
  urgency: Urgency,
) {
  const runs = objects(await actionsOf(target, pipeline, wanted.executionId, urgency))
    .filter((item) => item.stageName === wanted.stage && item.actionName === wanted.action)
    .sort((a, b) => Number(b.startTime) - Number(a.startTime));
  const newest = runs[0];
  if (!newest) return undefined;
  const result = newest.output?.executionResult;
  const external = text(result?.externalExecutionId);
  return {
    actionExecutionId: text(newest.actionExecutionId),
    status: text(newest.status),
    updatedBy: text(newest.updatedBy),
    summary: text(result?.externalExecutionSummary),
    token: external !== undefined && TOKEN.test(external) ? external : undefined,
  };
}

async function actionsOf(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
  urgency: Urgency,
): Promise<AwsActionExecution[]> {
  try {
    return (await listActionExecutions(target, pipeline, { executionId }, urgency)).items;
  } catch (error) {
    if (isExecutionUnknown(error)) return [];
    throw error;
  }
}
