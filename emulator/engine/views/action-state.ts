import type { ActionDeclaration } from "../declaration";
import type { ActionRun, Gate, Pipeline } from "../record";
import { entityUrl } from "./entity-url";
import { wireInstant } from "./instant";
import { percentComplete } from "./percent-complete";

// Hot: members are set one by one, because spreading many small objects takes most of the time of GetPipelineState.
function latestExecution(run: ActionRun, now: number): Record<string, unknown> {
  const open = run.status === "InProgress";
  const shown: Record<string, unknown> = { actionExecutionId: run.id, status: run.status };
  if (run.summary !== undefined) shown.summary = run.summary;
  shown.lastStatusChange = wireInstant(run.changedAt);
  if (open && run.approvalToken !== undefined) shown.token = run.approvalToken;
  if (run.updatedBy !== undefined) shown.lastUpdatedBy = run.updatedBy;
  if (run.externalExecutionId !== undefined) shown.externalExecutionId = run.externalExecutionId;
  if (run.externalExecutionUrl !== undefined) shown.externalExecutionUrl = run.externalExecutionUrl;
  const percent = percentComplete(run, now);
  if (percent !== undefined) shown.percentComplete = percent;
  if (!open && run.errorDetails) shown.errorDetails = run.errorDetails;
  if (run.logStreamArn !== undefined) shown.logStreamARN = run.logStreamArn;
  return shown;
}

/** ActionState of GetPipelineState; `gate` is absent for pipelines that show no executions. */
export function actionState(
  pipeline: Pipeline,
  action: ActionDeclaration,
  gate: Gate | undefined,
  now: number,
): Record<string, unknown> {
  const run = gate?.latestActions.get(action.name);
  const revision = gate?.latestRevisions.get(action.name);
  const url = entityUrl(pipeline, action);
  const shown: Record<string, unknown> = { actionName: action.name };
  if (revision) {
    shown.currentRevision = {
      revisionId: revision.revisionId,
      revisionChangeId: (revision.changeId ?? revision.revisionId).slice(0, 100),
      created: wireInstant(revision.createdAt),
    };
  }
  if (run) shown.latestExecution = latestExecution(run, now);
  if (url !== undefined) shown.entityUrl = url;
  if (revision?.url !== undefined) shown.revisionUrl = revision.url;
  return shown;
}
