import "server-only";
import { nearName } from "@/lib/domain/near-name";
import { getConfig } from "../config/get-config";
import { ApiError } from "../errors";
import type { TargetWatch } from "./target-watch";
import { targetWatch } from "./target-watches";

/** The watch of a target. Throws `target.not-found` with a name one typing mistake away. */
export function findWatch(targetId: string): TargetWatch {
  const watch = targetWatch(targetId);
  if (watch) return watch;
  const ids = getConfig().targets.map((target) => target.id);
  throw new ApiError("target.not-found", `There is no target ${targetId}.`, {
    didYouMean: nearName(targetId, ids),
  });
}

/** The error for a pipeline its target does not have, with a name one typing mistake away. */
export function noSuchPipeline(watch: TargetWatch, pipeline: string): ApiError {
  return new ApiError("pipeline.not-found", `There is no pipeline ${pipeline} in ${watch.target.id}.`, {
    didYouMean: nearName(pipeline, watch.names()),
  });
}
