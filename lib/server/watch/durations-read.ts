import "server-only";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { PassFacts, TimedRun } from "@/lib/domain/usual-durations";
import { SUCCESSES, type UsualDurations, usualDurations } from "@/lib/domain/usual-durations";
import { listActionExecutions } from "../codepipeline/list-action-executions";
import { toTimedRun } from "../codepipeline/to-timed-run";
import type { TargetConfig } from "../config/config";
import { keepNewest } from "./keep-newest";
import { KeptRead } from "./kept-read";

/** What is usual changes slowly. */
const LIMIT_MS = 600_000;
/** Pages of 100 runs at most: 20 executions of 25 actions. */
const MOST_PAGES = 5;
/** Pipelines kept; the one nobody has asked for longest goes first. */
const MOST_KEPT = 200;

/** A pipeline's lengths, and its actions as they were known when somebody asked last. */
interface PipelineDurations {
  declared: PassFacts["declared"];
  readonly read: KeptRead<UsualDurations>;
}

declare global {
  var pipedeckDurations: WeakMap<TargetConfig, Map<string, PipelineDurations>> | undefined;
}

/**
 * The one reader of a pipeline's usual lengths in this process. Nobody waits for them, so they are read last.
 *
 * @param stages the line as it stands
 */
export function durationsRead(
  target: TargetConfig,
  pipeline: string,
  stages: readonly StageState[],
): KeptRead<UsualDurations> {
  globalThis.pipedeckDurations ??= new WeakMap();
  const all = globalThis.pipedeckDurations.get(target) ?? new Map<string, PipelineDurations>();
  globalThis.pipedeckDurations.set(target, all);
  const durations = all.get(pipeline) ?? durationsOf(target, pipeline);
  durations.declared = new Map(
    stages.map(({ name, actions }) => [name, actions.map((action) => action.name)]),
  );
  return keepNewest(all, pipeline, durations, MOST_KEPT).read;
}

function durationsOf(target: TargetConfig, pipeline: string): PipelineDurations {
  const durations: PipelineDurations = {
    declared: new Map(),
    read: new KeptRead(
      () => readDurations(target, pipeline, durations.declared),
      () => LIMIT_MS,
    ),
  };
  return durations;
}

async function readDurations(
  target: TargetConfig,
  pipeline: string,
  declared: PassFacts["declared"],
): Promise<UsualDurations> {
  const runs: TimedRun[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await listActionExecutions(target, pipeline, { nextToken }, "watch");
    runs.push(...answer.items.map(toTimedRun));
    nextToken = answer.nextToken;
    if (nextToken === undefined) break;
    const so = usualDurations(runs, { complete: false, declared });
    if (so.stages.length > 0 && so.stages.every(({ successes }) => successes >= SUCCESSES)) break;
  }
  return usualDurations(runs, { complete: nextToken === undefined, declared });
}
