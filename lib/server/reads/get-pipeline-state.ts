import "server-only";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { versionTag } from "../http/entity-tag";
import { findPipeline, noSuchPipeline } from "../watch/find-pipeline";
import { seenFreshness } from "../watch/seen-records";
import { toApiError } from "./aws-api-error";

/**
 * Structure and live state of one pipeline. When AWS fails, the last known state with a freshness that says so.
 *
 * @param refresh reads AWS in any case, inside the request budget
 * @param patienceMs how long to wait for fresher data when all of the page is known already, if not as long as usual
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when nothing is known yet
 */
export async function getPipelineState(
  viewer: Viewer,
  { target, pipeline }: { target: string; pipeline: string },
  refresh = false,
  patienceMs?: number,
): Promise<PipelineStateReply> {
  const watch = findPipeline(viewer, target, pipeline);
  const watched = await (refresh ? watch.readNow(pipeline) : watch.state(pipeline, patienceMs)).catch(
    (error: unknown) => {
      throw toApiError(error, watch.target);
    },
  );
  if (!watched) throw noSuchPipeline(viewer, watch, pipeline);
  const { state, version } = watched;
  const freshness = seenFreshness(viewer, watch, watched.freshness);
  return { state, version, freshness, now: nowInstant() };
}

/** The entity tag of a state. The version tells of what there is, the viewer what of it is shown. */
export function tagOfState({ version }: PipelineStateReply, viewer: Viewer): string {
  return versionTag(`${viewer.key}.${version}`);
}
