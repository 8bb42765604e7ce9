import "server-only";
import type { ShipsReply } from "@/lib/contract/ships";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { Person } from "@/lib/domain/person";
import type { StageState } from "@/lib/domain/pipeline-state";
import { shipsOf } from "@/lib/domain/ships";
import { destinationOf } from "@/lib/domain/stage-ships";
import { waitingTrains } from "@/lib/domain/station";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import { ApiError } from "../errors";
import { findPipeline, noSuchPipeline } from "../watch/find-pipeline";
import { approvalStanding } from "./approval-standing";
import { toApiError } from "./aws-api-error";
import { compareEnds } from "./compare-ends";
import { findStage, type StagePlace } from "./find-stage";
import { KnownExecutions } from "./known-executions";
import { type LastSuccess, lastSuccessIn } from "./last-success-in";
import { toShipsExecution } from "./to-ships-execution";
import { unreadEnd } from "./unread-end";

/**
 * What would ship when an execution goes on from a stage (an open approval), or change when the stage is rolled back to
 * one: per source the revisions between what went there last and this, as far as executions tell; of an open approval also how
 * it stands for the person, where the rules say more.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, `stage.not-found`, `execution.not-found`, or an `aws.*` code
 * when nothing is known yet
 */
export async function getShips(
  { person, viewer }: { person: Person; viewer: Viewer },
  place: StagePlace,
  asked: { executionId?: string; rollbackTo?: string },
): Promise<ShipsReply> {
  const watch = findPipeline(viewer, place.target, place.pipeline);
  const { target } = watch;
  try {
    const watched = await watch.state(place.pipeline);
    if (!watched) throw noSuchPipeline(viewer, watch, place.pipeline);
    const { state, freshness } = watched;
    const stage = findStage(state, place);
    const destination = asked.rollbackTo === undefined ? destinationOf(state.stages, stage) : stage;
    const known = new KnownExecutions(target, place.pipeline, state);
    const toId = asked.rollbackTo ?? asked.executionId ?? "";
    const waitsAt = { target, pipeline: place.pipeline, stage, executionId: toId };
    const [to, last, approval] = await Promise.all([
      known.one(toId),
      asked.rollbackTo === undefined
        ? lastSuccessIn(target, place.pipeline, destination, { except: toId })
        : Promise.resolve<LastSuccess>({ id: stage.executionId, denied: [] }),
      asked.executionId === undefined ? undefined : approvalStanding(person, waitsAt),
    ]);
    const from = last.id === undefined ? undefined : await known.one(last.id);
    if (!to) {
      const detail = `There is no execution ${toId} of ${place.pipeline} in ${place.target}.`;
      throw new ApiError("execution.not-found", detail);
    }
    const seen = await known.between(from, to);
    const compared = await compareEnds(target, place.pipeline, last.id, to.id);
    return {
      ships: {
        stage: stage.name,
        destination: destination.name,
        ...shipsOf(from, to, seen),
        ...(from && { from: toShipsExecution(from) }),
        to: toShipsExecution(to),
        ...(compared.variables && { variables: compared.variables }),
        ...unreadEnd(last.id, from, last.unread ?? compared.unread),
        waiting: waitingTrains(stage).map(({ executionId: id, label, revisions }) => ({
          id,
          label,
          revisions,
        })),
        ...expiry(stage, toId),
        gaps: [...new Set([...(state.denied ?? []), ...last.denied, ...compared.denied])].sort(),
      },
      ...(approval && { approval }),
      freshness,
      now: nowInstant(),
    };
  } catch (error) {
    throw error instanceof AwsReadError ? toApiError(error, target) : error;
  }
}

function expiry(stage: StageState, executionId: string): { expiresAt?: string } {
  const open = stage.actions.flatMap(openApprovals).find((approval) => approval.executionId === executionId);
  return open ? { expiresAt: open.expiresAt } : {};
}
