import "server-only";
import { ApiError } from "../errors";
import type { TargetWatch } from "./target-watch";
import { targetWatch } from "./target-watches";

/**
 * The watch of a target, whoever asks: for presses, whose route has asked `findPipeline` first. Throws
 * `target.not-found`.
 */
export function findWatch(targetId: string): TargetWatch {
  const watch = targetWatch(targetId);
  if (watch) return watch;
  throw new ApiError("target.not-found", `There is no target ${targetId}.`);
}
