import "server-only";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { nowInstant } from "../clock";
import { findWatch, noSuchPipeline } from "../watch/find-watch";
import { toApiError } from "./aws-api-error";

/**
 * Structure and live state of one pipeline. When AWS fails, the last known state with a freshness that says so.
 *
 * @param refresh reads AWS in any case, inside the request budget
 * @param patienceMs how long to wait for fresher data when all of the page is known already, if not as long as usual
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when nothing is known yet
 */
export async function getPipelineState(
  { target, pipeline }: { target: string; pipeline: string },
  refresh = false,
  patienceMs?: number,
): Promise<PipelineStateReply> {
  const watch = findWatch(target);
  const watched = await (refresh ? watch.readNow(pipeline) : watch.state(pipeline, patienceMs)).catch(
    (error: unknown) => {
      throw toApiError(error, watch.target);
    },
  );
  if (!watched) throw noSuchPipeline(watch, pipeline);
  const { state, version, freshness } = watched;
  return { state, version, freshness, now: nowInstant() };
}
