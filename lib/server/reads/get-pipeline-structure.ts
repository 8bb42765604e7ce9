import "server-only";
import type { PipelineStructureReply } from "@/lib/contract/structure";
import { nowInstant } from "../clock";
import { toStructure } from "../codepipeline/to-structure";
import { findWatch, noSuchPipeline } from "../watch/find-watch";
import { toApiError } from "./aws-api-error";

/**
 * The declaration of one pipeline as people read it.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when nothing is known yet
 */
export async function getPipelineStructure({
  target,
  pipeline,
}: {
  target: string;
  pipeline: string;
}): Promise<PipelineStructureReply> {
  const watch = findWatch(target);
  const declared = await watch.declaration(pipeline).catch((error: unknown) => {
    throw toApiError(error, watch.target);
  });
  if (!declared) throw noSuchPipeline(watch, pipeline);
  return {
    structure: toStructure(watch.target, pipeline, declared.declaration),
    freshness: declared.freshness,
    now: nowInstant(),
  };
}
