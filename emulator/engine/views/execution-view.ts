import { modelOf } from "../../providers/provider-registry";
import type { Execution } from "../record";
import type { Revision } from "../revision";
import type { Simulation } from "../simulation";
import { wireInstant } from "./instant";

function typeOf(sim: Simulation, execution: Execution): Record<string, unknown> {
  return execution.type === "ROLLBACK" || sim.choices.sendStandardType
    ? { executionType: execution.type }
    : {};
}

function rollbackOf({ rollbackTarget }: Execution): Record<string, unknown> {
  if (!rollbackTarget) return {};
  return { rollbackMetadata: { rollbackTargetPipelineExecutionId: rollbackTarget.id } };
}

/** What the API says about a revision: connections wrap the commit message in JSON. A rollback's sources ran in its target. */
function summaryOf(execution: Execution, actionName: string, revision: Revision): string | undefined {
  const { actionRuns } = execution.rollbackTarget ?? execution;
  const run = actionRuns.findLast((each) => each.declaration.name === actionName);
  return run?.summary ?? revision.summary;
}

function sourceRevisions(execution: Execution): Array<Record<string, unknown>> {
  return [...execution.takenRevisions].map(([actionName, revision]) => {
    const revisionSummary = summaryOf(execution, actionName, revision);
    return {
      actionName,
      revisionId: revision.revisionId,
      ...(revisionSummary !== undefined && { revisionSummary }),
      ...(revision.url !== undefined && { revisionUrl: revision.url }),
    };
  });
}

function artifactRevisions(execution: Execution): Array<Record<string, unknown>> {
  const sources = execution.declaration.stages[0]?.actions ?? [];
  return sources.flatMap((action) => {
    const revision = execution.takenRevisions.get(action.name);
    const artifact = action.outputArtifacts?.[0];
    if (!revision || !artifact || !modelOf(action.actionTypeId).revision) return [];
    const revisionSummary = summaryOf(execution, action.name, revision);
    return [
      {
        name: artifact.name,
        revisionId: revision.revisionId,
        ...(revisionSummary !== undefined && { revisionSummary }),
        created: wireInstant(revision.createdAt),
        ...(revision.url !== undefined && { revisionUrl: revision.url }),
      },
    ];
  });
}

/** PipelineExecutionSummary of ListPipelineExecutions. */
export function executionSummary(sim: Simulation, execution: Execution): Record<string, unknown> {
  const reason = execution.stop?.reason;
  return {
    pipelineExecutionId: execution.id,
    status: execution.status,
    startTime: wireInstant(execution.startedAt),
    lastUpdateTime: wireInstant(execution.changedAt),
    sourceRevisions: sourceRevisions(execution),
    trigger: execution.trigger,
    ...(reason !== undefined && { stopTrigger: { reason } }),
    executionMode: execution.mode,
    ...typeOf(sim, execution),
    ...rollbackOf(execution),
  };
}

/** PipelineExecution of GetPipelineExecution. */
export function executionDetail(sim: Simulation, execution: Execution): Record<string, unknown> {
  const variables = [...execution.variables].map(([name, resolvedValue]) => ({ name, resolvedValue }));
  return {
    pipelineName: execution.pipeline.name,
    pipelineVersion: execution.version,
    pipelineExecutionId: execution.id,
    status: execution.status,
    artifactRevisions: artifactRevisions(execution),
    ...(variables.length > 0 && { variables }),
    trigger: execution.trigger,
    executionMode: execution.mode,
    ...typeOf(sim, execution),
    ...rollbackOf(execution),
  };
}
