import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { Freshness } from "@/lib/domain/freshness";
import { freshnessWithin } from "@/lib/domain/freshness-within";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import type { AwsPipeline } from "../codepipeline/get-pipeline";
import { isExecutionUnknown } from "../codepipeline/is-execution-unknown";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecutionDetail } from "../codepipeline/to-execution-detail";
import type { TargetConfig } from "../config/config";
import { ApiError } from "../errors";
import { executionRead } from "../watch/execution-read";
import { findPipeline } from "../watch/find-pipeline";
import { pipelineHistory, startMsOf } from "../watch/pipeline-history";
import { versionRead } from "../watch/version-read";
import { toApiError } from "./aws-api-error";
import { executionsAround } from "./executions-around";
import { findInList } from "./find-in-list";
import { forgottenExecution } from "./forgotten-execution";
import { stagesOf } from "./stages-of";

/** How long a reply waits for why an execution was stopped: the search through the list goes on, and a later one has it. */
const PATIENCE_MS = 1500;

/** The same for where its variables are taken in, which an older declaration says. */
const VERSION_PATIENCE_MS = 200;

/**
 * One execution with everything its page shows. When AWS fails, what was last known, with a freshness that says so;
 * of one that AWS no longer keeps, what was kept of it here.
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
    const ranWith = await declarationOf(watch.target, pipeline, {
      version: value.execution.pipelineVersion,
      newest: declared?.declaration,
    });
    const execution = toExecutionDetail({
      target: watch.target,
      pipeline,
      executionId: id,
      ...value,
      declaration: declared?.declaration,
      ranWith,
      stages: line.stages,
      denied: [...new Set(denied)].sort(),
      known: history.executions.items,
      around: await executionsAround(watch, pipeline, {
        id,
        status: String(value.execution.status ?? listed?.status),
        isListed: history.executions.items.some((one) => one.pipelineExecutionId === id),
      }),
    });
    return { execution, freshness: freshnessWithin(watch.freshness(), freshness), now: nowInstant() };
  } catch (error) {
    if (!isExecutionUnknown(error)) throw toApiError(error, watch.target);
    const kept = await forgottenExecution(viewer, watch, { pipeline, id }).catch((failed: unknown) => {
      throw toApiError(failed, watch.target);
    });
    if (kept) return kept;
    throw new ApiError("execution.not-found", `There is no execution ${id} of ${pipeline} in ${target}.`);
  }
}

/** The declaration an execution ran with; of an older one nothing when it does not come in time: a later reply has it. */
function declarationOf(
  target: TargetConfig,
  pipeline: string,
  { version, newest }: { version: number | undefined; newest: AwsPipeline | undefined },
): Promise<AwsPipeline | undefined> | AwsPipeline | undefined {
  const current = newest?.pipeline?.version;
  if (version === undefined || current === undefined || version >= current) return newest;
  const read = versionRead(target, pipeline, version);
  const value = read
    .get()
    .then((answer) => answer.value)
    .catch(ignoreAws);
  return Promise.race([value, sleep(VERSION_PATIENCE_MS, undefined, { ref: false })]);
}

function asOf(freshness: Freshness | undefined): string {
  return freshness?.asOf ?? "";
}

/** The list adds times, the stop reason and rollbacks; an execution is worth showing without them. */
function ignoreAws(error: unknown): undefined {
  if (!(error instanceof AwsReadError)) throw error;
}
