import "server-only";
import type { ExecutionList } from "@/lib/contract/execution-list";
import { nowInstant } from "../clock";
import { listSucceededInStage } from "../codepipeline/list-succeeded-in-stage";
import { toExecutionRows } from "../codepipeline/to-execution-rows";
import { openCursor, sealCursor, strangeCursor } from "../http/sealed-cursor";
import { findWatch } from "../watch/find-watch";
import { pipelineHistory } from "../watch/pipeline-history";
import { toApiError } from "./aws-api-error";
import { stagesOf } from "./stages-of";

/**
 * Executions that succeeded in a stage in the current version of the pipeline, newest first, as AWS lists them now: what
 * the stage can be rolled back to, and rollbacks. AWS knows those from February 2024 on.
 *
 * @throws ApiError `request.invalid` naming `query.cursor`, `target.not-found`, `pipeline.not-found`, or an `aws.*` code
 */
export async function listSucceeded(
  { target, pipeline }: { target: string; pipeline: string },
  stage: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<ExecutionList> {
  const list = ["succeeded", target, pipeline, stage];
  const nextToken = cursor === undefined ? undefined : toToken(openCursor(list, cursor));
  const watch = findWatch(target);
  try {
    const line = await stagesOf(watch, pipeline);
    const page = await listSucceededInStage(watch.target, pipeline, stage, { nextToken, maxResults: limit });
    // What is known of their actions anyway tells the authors.
    const actions = pipelineHistory(watch.target, pipeline).actions.items;
    const items = toExecutionRows(page.items, line.stages, {
      items: actions,
      knownFromMs: Number.POSITIVE_INFINITY,
      knownOf: new Set(),
    });
    const now = nowInstant();
    return {
      items,
      ...(page.nextToken === undefined ? {} : { nextCursor: sealCursor(list, page.nextToken) }),
      ...(line.denied.length === 0 ? {} : { denied: line.denied }),
      freshness: { kind: "live", asOf: now },
      now,
    };
  } catch (error) {
    throw toApiError(error, watch.target);
  }
}

function toToken(value: unknown): string {
  if (typeof value === "string") return value;
  throw strangeCursor();
}
