import "server-only";
import type { StageFailureReply } from "@/lib/contract/stage-failure";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { StageState } from "@/lib/domain/pipeline-state";
import { failureSince } from "@/lib/domain/stage-failure";
import { stageFaults } from "@/lib/domain/stage-faults";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { ApiError } from "../errors";
import { findPipeline, noSuchPipeline } from "../watch/find-pipeline";
import { toApiError } from "./aws-api-error";
import { type ComparedEnds, compareEnds } from "./compare-ends";
import { findStage, type StagePlace } from "./find-stage";
import { keptComparison } from "./kept-comparisons";
import { KnownExecutions } from "./known-executions";
import { lastSuccessIn } from "./last-success-in";
import { toShipsExecution } from "./to-ships-execution";
import { unreadEnd } from "./unread-end";

/**
 * Why a stage failed and what is different since an execution last went through it: revisions as far as executions tell,
 * variables, the version of the declaration. Executions come from the page, from AWS's list and from the store; what has
 * to be asked of AWS is asked once a minute, whoever looks.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, `stage.not-found`, `execution.not-found`, or an `aws.*` code
 * when nothing is known yet
 */
export async function getStageFailure(
  viewer: Viewer,
  place: StagePlace,
  asked: { executionId?: string },
): Promise<StageFailureReply> {
  const watch = findPipeline(viewer, place.target, place.pipeline);
  const { target } = watch;
  try {
    const watched = await watch.state(place.pipeline);
    if (!watched) throw noSuchPipeline(viewer, watch, place.pipeline);
    const { state, freshness } = watched;
    const stage = findStage(state, place);
    const toId = asked.executionId ?? stage.executionId;
    const known = new KnownExecutions(target, place.pipeline, state);
    const to = toId === undefined ? undefined : await known.one(toId);
    if (!to) throw noSuchExecution(place, toId);
    const { fromId, denied, unread, ...compared } = await keptComparison(
      target,
      [place.pipeline, stage.name, to.id],
      () => compareWithLast(target, { pipeline: place.pipeline, stage, to, known }),
    );
    const from = fromId === undefined ? undefined : await known.one(fromId);
    const seen = await known.between(from, to);
    return {
      failure: {
        stage: stage.name,
        faults: stage.executionId === to.id ? stageFaults(stage) : [],
        ...failureSince(stage.name, from, to, seen),
        ...(from && { from: toShipsExecution(from) }),
        to: toShipsExecution(to),
        ...compared,
        ...unreadEnd(fromId, from, unread),
        gaps: [...new Set([...(state.denied ?? []), ...denied])].sort(),
      },
      freshness,
      now: nowInstant(),
    };
  } catch (error) {
    throw error instanceof AwsReadError ? toApiError(error, target) : error;
  }
}

interface Failed {
  pipeline: string;
  stage: StageState;
  to: ExecutionSummary;
  known: KnownExecutions;
}

/** AWS lists what succeeded in the current version of the pipeline alone; what is known says it of earlier ones. */
async function compareWithLast(
  target: TargetConfig,
  { pipeline, stage, to, known }: Failed,
): Promise<ComparedEnds & { fromId?: string }> {
  const last = await lastSuccessIn(target, pipeline, stage, { except: to.id, startedBefore: to.startedAt });
  const fromId = last.id ?? (await known.lastThrough(stage.name, to))?.id;
  if (fromId === undefined) return last;
  return { ...(await compareEnds(target, pipeline, fromId, to.id)), fromId };
}

function noSuchExecution({ target, pipeline, stage }: StagePlace, id: string | undefined): ApiError {
  const detail =
    id === undefined
      ? `Nothing has run in ${stage} of ${pipeline} in ${target}.`
      : `There is no execution ${id} of ${pipeline} in ${target}.`;
  return new ApiError("execution.not-found", detail);
}
