import "server-only";
import type { PipelineStructureReply } from "@/lib/contract/structure";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { toStructure } from "../codepipeline/to-structure";
import { findPipeline, noSuchPipeline } from "../watch/find-pipeline";
import { toApiError } from "./aws-api-error";

/**
 * The declaration of one pipeline as people read it.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when nothing is known yet
 */
export async function getPipelineStructure(
  viewer: Viewer,
  { target, pipeline }: { target: string; pipeline: string },
): Promise<PipelineStructureReply> {
  const watch = findPipeline(viewer, target, pipeline);
  const declared = await watch.declaration(pipeline).catch((error: unknown) => {
    throw toApiError(error, watch.target);
  });
  if (!declared) throw noSuchPipeline(viewer, watch, pipeline);
  return {
    structure: toStructure(watch.target, pipeline, declared.declaration),
    freshness: declared.freshness,
    now: nowInstant(),
  };
}
