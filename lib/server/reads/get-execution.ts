import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import { nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecutionDetail } from "../codepipeline/to-execution-detail";
import { ApiError } from "../errors";
import { executionRead } from "../watch/execution-read";
import { findWatch } from "../watch/find-watch";
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
export async function getExecution({
  target,
  pipeline,
  id,
}: {
  target: string;
  pipeline: string;
  id: string;
}): Promise<ExecutionDetailReply> {
  const watch = findWatch(target);
  try {
    const line = await stagesOf(watch, pipeline);
    const declared = await watch.declaration(pipeline).catch(ignoreAws);
    const history = pipelineHistory(watch.target, pipeline);
    const [{ value, freshness }] = await Promise.all([
      executionRead(watch.target, pipeline, id).get(),
      history.newest.get().catch(ignoreAws),
    ]);
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
    return { execution, freshness, now: nowInstant() };
  } catch (error) {
    const unknown =
      error instanceof AwsReadError && error.failure.code === "PipelineExecutionNotFoundException";
    if (!unknown) throw toApiError(error, watch.target);
    throw new ApiError("execution.not-found", `There is no execution ${id} of ${pipeline} in ${target}.`);
  }
}

/** The list adds times, the stop reason and rollbacks; an execution is worth showing without them. */
function ignoreAws(error: unknown): undefined {
  if (!(error instanceof AwsReadError)) throw error;
}
