import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Viewer } from "@/lib/domain/viewer";
import { AwsReadError } from "../codepipeline/read-aws";
import { noSuchPipeline } from "../watch/find-pipeline";
import type { TargetWatch } from "../watch/target-watch";

/** The line of a pipeline as it stands, and the IAM actions the role lacks to see all of it. */
export interface Line {
  stages: readonly StageState[];
  denied: string[];
  freshness: Freshness;
}

/**
 * The line that executions are placed on; without stages where the role may not see the state, since executions can be
 * shown without it. Throws ApiError `pipeline.not-found`, AwsReadError.
 *
 * @param patienceMs how long to wait for a fresher one than is known
 */
export async function stagesOf(
  viewer: Viewer,
  watch: TargetWatch,
  pipeline: string,
  patienceMs?: number,
): Promise<Line> {
  try {
    const watched = await watch.state(pipeline, patienceMs);
    if (!watched) throw noSuchPipeline(viewer, watch, pipeline);
    const { state, freshness } = watched;
    return { stages: state.stages, denied: state.denied ?? [], freshness };
  } catch (error) {
    const permission = error instanceof AwsReadError ? error.failure.permission : undefined;
    if (permission !== "codepipeline:GetPipelineState") throw error;
    return { stages: [], denied: [permission], freshness: watch.freshness() };
  }
}
