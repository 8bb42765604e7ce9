import { modelOf } from "../../providers/provider-registry";
import type { ActionDeclaration } from "../declaration";
import type { ActionRun, Gate, Pipeline } from "../record";
import { wireInstant } from "./instant";
import { percentComplete } from "./percent-complete";

function latestExecution(run: ActionRun, now: number): Record<string, unknown> {
  const open = run.status === "InProgress";
  const percent = percentComplete(run, now);
  return {
    actionExecutionId: run.id,
    status: run.status,
    ...(run.summary !== undefined && { summary: run.summary }),
    lastStatusChange: wireInstant(run.changedAt),
    ...(open && run.approvalToken !== undefined && { token: run.approvalToken }),
    ...(run.updatedBy !== undefined && { lastUpdatedBy: run.updatedBy }),
    ...(run.externalExecutionId !== undefined && { externalExecutionId: run.externalExecutionId }),
    ...(run.externalExecutionUrl !== undefined && { externalExecutionUrl: run.externalExecutionUrl }),
    ...(percent !== undefined && { percentComplete: percent }),
    ...(!open && run.errorDetails && { errorDetails: run.errorDetails }),
    ...(run.logStreamArn !== undefined && { logStreamARN: run.logStreamArn }),
  };
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
  const place = { account: pipeline.account, region: action.region ?? pipeline.region, action };
  const entityUrl = modelOf(action.actionTypeId).entityUrl?.(place);
  return {
    actionName: action.name,
    ...(revision && {
      currentRevision: {
        revisionId: revision.revisionId,
        revisionChangeId: (revision.changeId ?? revision.revisionId).slice(0, 100),
        created: wireInstant(revision.createdAt),
      },
    }),
    ...(run && { latestExecution: latestExecution(run, now) }),
    ...(entityUrl !== undefined && { entityUrl }),
    ...(revision?.url !== undefined && { revisionUrl: revision.url }),
  };
}
