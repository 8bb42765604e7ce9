import "server-only";
import { searchWords } from "@/lib/domain/search-words";
import { ActionRuns } from "../codepipeline/action-runs";
import { objects, text } from "../codepipeline/lenient";
import type { AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import { toExecution } from "../codepipeline/to-execution";
import { wholeMessage } from "../codepipeline/to-summary";
import type { PipelinePlace, SeenRow } from "../store/executions";
import { ranOf } from "./ran-of";

/**
 * An execution of AWS's list as it is kept; undefined when AWS gave no id.
 *
 * @param runs its actions, where they were read: they tell authors, and how far it came
 */
export function toSeenRow(
  place: PipelinePlace,
  aws: AwsExecutionSummary,
  runs?: ActionRuns,
): SeenRow | undefined {
  const execution = toExecution(aws, [], runs ?? NOTHING_RAN);
  if (!execution) return undefined;
  const messages = objects(aws.sourceRevisions).flatMap(
    ({ revisionSummary }) => wholeMessage(text(revisionSummary)) ?? [],
  );
  return {
    ...place,
    execution,
    moreWords: messages.flatMap(searchWords),
    ...(runs && ranOf(runs, execution.id)),
  };
}

const NOTHING_RAN = new ActionRuns(undefined);
