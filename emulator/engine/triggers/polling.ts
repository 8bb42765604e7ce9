import type { ActionDeclaration, PipelineDeclaration } from "../declaration";
import { day, minute } from "../duration";
import { currentDeclaration, type Place } from "../pipeline-lookup";
import type { Pipeline } from "../record";
import { ServiceError } from "../service-error";
import type { Simulation } from "../simulation";
import { startExecution } from "../start-execution";

/** Sources that are asked every now and then unless their configuration says otherwise. */
const polledProviders = new Set(["CodeCommit", "S3", "GitHub"]);

/** Quota of an account in a Region. */
const mostPolledPipelines = 300;

/** Sources are asked at every full minute. */
const pollEveryMs = minute;

/** A pipeline without executions is polled no longer than this. */
const idleMs = 30 * day;

/** True for a source action that is polled. */
export function isPolled({ actionTypeId, configuration = {} }: ActionDeclaration): boolean {
  const { owner, provider, category } = actionTypeId;
  return (
    category === "Source" &&
    owner !== "Custom" &&
    polledProviders.has(provider) &&
    configuration.PollForSourceChanges !== "false"
  );
}

function polledActions({ stages }: PipelineDeclaration): ActionDeclaration[] {
  return (stages[0]?.actions ?? []).filter(isPolled);
}

/** Throws LimitExceededException when a structure has polled sources and the Region no place for one more of these. */
export function refuseTooManyPolled(sim: Simulation, place: Place, declaration: PipelineDeclaration): void {
  if (polledActions(declaration).length === 0) return;
  let count = 0;
  for (const pipeline of sim.region(place.account, place.region).all()) {
    const others = pipeline.name !== declaration.name;
    if (others && polledActions(currentDeclaration(pipeline)).length > 0) count += 1;
  }
  if (count < mostPolledPipelines) return;
  throw new ServiceError(
    "LimitExceededException",
    `Account '${place.account}' has ${count} pipelines with polled sources in Region ${place.region}, the most it may have`,
  );
}

/** When polling of a pipeline ended because nothing ran in it (epoch ms); undefined while it is polled, or never was. */
export function pollingDisabledAt(pipeline: Pipeline, now: number): number | undefined {
  if (polledActions(currentDeclaration(pipeline)).length === 0) return undefined;
  const lastStartedAt = pipeline.executions.at(-1)?.startedAt ?? 0;
  const endsAt = Math.max(pipeline.updatedAt, lastStartedAt) + idleMs;
  return endsAt <= now ? endsAt : undefined;
}

function poll(sim: Simulation, pipeline: Pipeline, found: ReadonlySet<string>): void {
  pipeline.poll = undefined;
  const changed = polledActions(currentDeclaration(pipeline)).find((action) => found.has(action.name));
  if (!changed) return;
  startExecution(sim, pipeline, { triggerType: "PollForSourceChanges", triggerDetail: changed.name });
}

/**
 * A polled source changed: the next poll sees it and starts one execution, however much changed until then. Nothing is
 * due while nothing changes, so polling costs nothing.
 */
export function awaitPoll(sim: Simulation, pipeline: Pipeline, actionName: string): void {
  if (pollingDisabledAt(pipeline, sim.now) !== undefined) return;
  if (pipeline.poll) {
    pipeline.poll.found.add(actionName);
    return;
  }
  const found = new Set([actionName]);
  const at = (Math.floor(sim.now / pollEveryMs) + 1) * pollEveryMs;
  pipeline.poll = { found, due: sim.schedule(at, () => poll(sim, pipeline, found), pipeline) };
}
