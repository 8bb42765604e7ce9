import "server-only";
import { nearName } from "@/lib/domain/near-name";
import type { Viewer } from "@/lib/domain/viewer";
import { getConfig } from "../config/get-config";
import { ApiError } from "../errors";
import { seenRecords } from "./seen-records";
import type { TargetWatch } from "./target-watch";
import { targetWatch } from "./target-watches";

/**
 * The watch of a target, for a pipeline that a viewer may see by its name, whether it exists or not. What may not be seen
 * is answered, to the byte, as what does not exist; hints name only what may be seen.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`
 */
export function findPipeline(viewer: Viewer, target: string, pipeline: string): TargetWatch {
  const watch = viewer.seesTarget(target) ? targetWatch(target) : undefined;
  if (!watch) {
    const ids = getConfig().targets.flatMap(({ id }) => (viewer.seesTarget(id) ? [id] : []));
    throw new ApiError("target.not-found", `There is no target ${target}.`, {
      didYouMean: nearName(target, ids),
    });
  }
  if (!viewer.sees(target, pipeline)) throw noSuchPipeline(viewer, watch, pipeline);
  return watch;
}

/** The error for a pipeline its target does not have, with a name one typing mistake away among those that may be seen. */
export function noSuchPipeline(viewer: Viewer, watch: TargetWatch, pipeline: string): ApiError {
  const names = seenRecords(viewer, watch).map(({ name }) => name);
  return new ApiError("pipeline.not-found", `There is no pipeline ${pipeline} in ${watch.target.id}.`, {
    didYouMean: nearName(pipeline, names),
  });
}
