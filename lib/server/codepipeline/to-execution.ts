import "server-only";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import type { Revision } from "@/lib/domain/revision";
import { toTrigger } from "@/lib/domain/trigger";
import type { ActionRuns } from "./action-runs";
import { instant, objects, text } from "./lenient";
import type { AwsExecutionSummary } from "./list-pipeline-executions";
import { toRevision } from "./to-revision";

/**
 * An execution of a list, before it is placed on the line; undefined when AWS gave no id.
 *
 * @param sourceActions names of the declared source actions, which order the revisions
 * @param runs action executions, which name the authors
 */
export function toExecution(
  aws: AwsExecutionSummary,
  sourceActions: readonly string[],
  runs: ActionRuns,
): UnplacedExecution | undefined {
  const id = text(aws.pipelineExecutionId);
  if (id === undefined) return undefined;
  const revisions = objects(aws.sourceRevisions)
    .flatMap((revision) => toRevision(revision) ?? [])
    .map((revision) => withSource(revision, runs.sourceOf(id, revision.action)))
    .sort((a, b) => sourceActions.indexOf(a.action) - sourceActions.indexOf(b.action));
  const triggerType = text(aws.trigger?.triggerType);
  return {
    id,
    status: text(aws.status) ?? "Unknown",
    startedAt: instant(aws.startTime),
    updatedAt: instant(aws.lastUpdateTime),
    revisions,
    trigger:
      triggerType === undefined
        ? undefined
        : toTrigger(triggerType, text(aws.trigger?.triggerDetail), revisions[0]?.author),
    stopReason: text(aws.stopTrigger?.reason),
    executionMode: text(aws.executionMode),
    executionType: text(aws.executionType) ?? "STANDARD",
    rollbackOf: text(aws.rollbackMetadata?.rollbackTargetPipelineExecutionId),
  };
}

function withSource(revision: Revision, source: Pick<Revision, "author" | "branch">): Revision {
  return {
    ...revision,
    author: revision.author ?? source.author,
    branch: revision.branch ?? source.branch,
  };
}

/** Executions newest first, whatever order AWS sent them in. */
export function newestFirst<T extends Pick<UnplacedExecution, "startedAt">>(executions: readonly T[]): T[] {
  return [...executions].sort((a, b) => (b.startedAt ?? "").localeCompare(a.startedAt ?? ""));
}
