import "server-only";
import type { DeployTargetsReply } from "@/lib/contract/deploy-targets";
import { freshnessWithin } from "@/lib/domain/freshness-within";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { isExecutionUnknown } from "../codepipeline/is-execution-unknown";
import { AwsReadError } from "../codepipeline/read-aws";
import { toDeployTarget } from "../codepipeline/to-deploy-target";
import { ApiError } from "../errors";
import { deployTargetsRead } from "../watch/deploy-targets-read";
import { executionRead } from "../watch/execution-read";
import { findPipeline } from "../watch/find-pipeline";
import { toApiError } from "./aws-api-error";
import { stagesOf } from "./stages-of";

/**
 * The targets of one run of a deploy action with what happened on each. The run must be one of the execution: AWS is
 * asked for no other, so nothing is told of pipelines that the viewer does not see.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, `execution.not-found`, `action.not-found`, or an `aws.*`
 * code when nothing is known yet
 */
export async function getDeployTargets(
  viewer: Viewer,
  { target, pipeline, id }: { target: string; pipeline: string; id: string },
  runId: string,
): Promise<DeployTargetsReply> {
  const watch = findPipeline(viewer, target, pipeline);
  try {
    await stagesOf(viewer, watch, pipeline);
    const { value } = await executionRead(watch.target, pipeline, id).get();
    if (!value.actions.some(({ actionExecutionId }) => actionExecutionId === runId)) throw noSuchRun(id);
    const read = await deployTargetsRead(watch.target, pipeline, runId).get();
    return {
      items: read.value.targets.map(toDeployTarget),
      more: read.value.more,
      freshness: freshnessWithin(watch.freshness(), read.freshness),
      now: nowInstant(),
    };
  } catch (error) {
    if (isExecutionUnknown(error))
      throw new ApiError("execution.not-found", `There is no execution ${id} of ${pipeline} in ${target}.`);
    const isNoRun =
      error instanceof AwsReadError && error.failure.code === "ActionExecutionNotFoundException";
    if (isNoRun) throw noSuchRun(id);
    throw toApiError(error, watch.target);
  }
}

function noSuchRun(id: string): ApiError {
  return new ApiError("action.not-found", `There is no such run of an action in execution ${id}.`);
}
