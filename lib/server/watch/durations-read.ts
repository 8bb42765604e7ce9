import "server-only";
import type { TimedRun } from "@/lib/domain/usual-durations";
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

declare global {
  var pipedeckDurations: WeakMap<TargetConfig, Map<string, KeptRead<UsualDurations>>> | undefined;
}

/** The one reader of a pipeline's usual lengths in this process. Nobody waits for them, so they are read last. */
export function durationsRead(target: TargetConfig, pipeline: string): KeptRead<UsualDurations> {
  globalThis.pipedeckDurations ??= new WeakMap();
  const reads = globalThis.pipedeckDurations.get(target) ?? new Map<string, KeptRead<UsualDurations>>();
  globalThis.pipedeckDurations.set(target, reads);
  const read =
    reads.get(pipeline) ??
    new KeptRead(
      () => readDurations(target, pipeline),
      () => LIMIT_MS,
    );
  return keepNewest(reads, pipeline, read, MOST_KEPT);
}

async function readDurations(target: TargetConfig, pipeline: string): Promise<UsualDurations> {
  const runs: TimedRun[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await listActionExecutions(target, pipeline, { nextToken }, "watch");
    runs.push(...answer.items.map(toTimedRun));
    nextToken = answer.nextToken;
    if (nextToken === undefined) break;
    const so = usualDurations(runs, false);
    if (so.stages.length > 0 && so.stages.every(({ successes }) => successes >= SUCCESSES)) break;
  }
  return usualDurations(runs, nextToken === undefined);
}
