import type { ActionDeclaration } from "../declaration";
import { day, minute } from "../duration";
import { currentDeclaration } from "../pipeline-lookup";
import type { Pipeline } from "../record";
import type { Simulation } from "../simulation";
import { startExecution } from "../start-execution";

/** Sources that are asked every now and then unless their configuration says otherwise. */
const polledProviders = new Set(["CodeCommit", "S3", "GitHub"]);

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

function polledActions(pipeline: Pipeline): ActionDeclaration[] {
  return (currentDeclaration(pipeline).stages[0]?.actions ?? []).filter(isPolled);
}

/** True for a pipeline that has a polled source: a Region has a quota of these. */
export function polls(pipeline: Pipeline): boolean {
  return polledActions(pipeline).length > 0;
}

/** When polling of a pipeline ended because nothing ran in it (epoch ms); undefined while it is polled, or never was. */
export function pollingDisabledAt(pipeline: Pipeline, now: number): number | undefined {
  if (!polls(pipeline)) return undefined;
  const lastStartedAt = pipeline.executions.at(-1)?.startedAt ?? 0;
  const endsAt = Math.max(pipeline.updatedAt, lastStartedAt) + idleMs;
  return endsAt <= now ? endsAt : undefined;
}

function poll(sim: Simulation, pipeline: Pipeline, found: ReadonlySet<string>): void {
  pipeline.poll = undefined;
  const changed = polledActions(pipeline).find((action) => found.has(action.name));
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
  pipeline.poll = { found, due: sim.schedule(at, () => poll(sim, pipeline, found)) };
}
