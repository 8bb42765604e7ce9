import "server-only";
import type { DurationsReply } from "@/lib/contract/durations";
import { freshnessWithin } from "@/lib/domain/freshness-within";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { durationsRead } from "../watch/durations-read";
import { findPipeline } from "../watch/find-pipeline";
import { toApiError } from "./aws-api-error";
import { stagesOf } from "./stages-of";

/**
 * How long the stages and actions of a pipeline usually take: medians of their last 20 successes, as far as the last 500
 * runs of actions tell.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when nothing is known yet
 */
export async function getDurations(
  viewer: Viewer,
  { target, pipeline }: { target: string; pipeline: string },
): Promise<DurationsReply> {
  const watch = findPipeline(viewer, target, pipeline);
  try {
    const { stages } = await stagesOf(viewer, watch, pipeline);
    const { value, freshness } = await durationsRead(watch.target, pipeline, stages).get();
    return {
      durations: value,
      freshness: freshnessWithin(watch.freshness(), freshness),
      now: nowInstant(),
    };
  } catch (error) {
    throw toApiError(error, watch.target);
  }
}
