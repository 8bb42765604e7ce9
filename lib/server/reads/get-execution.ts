import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { Freshness } from "@/lib/domain/freshness";
import { freshnessWithin } from "@/lib/domain/freshness-within";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecutionDetail } from "../codepipeline/to-execution-detail";
import { ApiError } from "../errors";
import { executionRead } from "../watch/execution-read";
import { findPipeline } from "../watch/find-pipeline";
import { pipelineHistory, startMsOf } from "../watch/pipeline-history";
import { toApiError } from "./aws-api-error";
import { findInList } from "./find-in-list";
import { stagesOf } from "./stages-of";

/** How long a reply waits for why an execution was stopped: the search through the list goes on, and a later one has it. */
const PATIENCE_MS = 1500;

/**
 * One execution with everything its page shows. When AWS fails, what was last known, with a freshness that says so.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, `execution.not-found`, or an `aws.*` code when nothing is
 * known yet
 */
export async function getExecution(
  viewer: Viewer,
  { target, pipeline, id }: { target: string; pipeline: string; id: string },
): Promise<ExecutionDetailReply> {
  const watch = findPipeline(viewer, target, pipeline);
  try {
    const line = await stagesOf(viewer, watch, pipeline);
    const declared = await watch.declaration(pipeline).catch(ignoreAws);
    const history = pipelineHistory(watch.target, pipeline);
    const read = executionRead(watch.target, pipeline, id);
    const [first, newest] = await Promise.all([read.get(), history.newest.get().catch(ignoreAws)]);
    const listed = history.executions.items.find((one) => one.pipelineExecutionId === id);
    // One that had ended and was retried: the list, which is read more often, says so first.
    const behind =
      listed?.status !== undefined &&
      first.value.execution.status !== undefined &&
      listed.status !== first.value.execution.status &&
      asOf(newest?.freshness) > asOf(first.freshness);
    if (behind) read.doubt();
    const { value, freshness } = behind ? await read.get() : first;
    const denied = [...line.denied, ...value.denied];
    if (/^Stop/.test(String(value.execution.status))) {
      const search = findInList(history.executions, {
        isIt: (one) => one.pipelineExecutionId === id,
        startMsOf,
        startedMs: value.actions.length === 0 ? 0 : Math.min(...value.actions.map(startMsOf)),
      });
      await Promise.race([search.catch(ignoreAws), sleep(PATIENCE_MS, undefined, { ref: false })]);
    }
    const execution = toExecutionDetail({
      target: watch.target,
      pipeline,
      executionId: id,
      ...value,
      declaration: declared?.declaration,
      stages: line.stages,
      denied: [...new Set(denied)].sort(),
      known: history.executions.items,
    });
    return { execution, freshness: freshnessWithin(watch.freshness(), freshness), now: nowInstant() };
  } catch (error) {
    const unknown =
      error instanceof AwsReadError && error.failure.code === "PipelineExecutionNotFoundException";
    if (!unknown) throw toApiError(error, watch.target);
    throw new ApiError("execution.not-found", `There is no execution ${id} of ${pipeline} in ${target}.`);
  }
}

function asOf(freshness: Freshness | undefined): string {
  return freshness?.asOf ?? "";
}

/** The list adds times, the stop reason and rollbacks; an execution is worth showing without them. */
function ignoreAws(error: unknown): undefined {
  if (!(error instanceof AwsReadError)) throw error;
}
