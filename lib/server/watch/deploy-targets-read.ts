import "server-only";
import {
  type AwsDeployTarget,
  listDeployActionExecutionTargets,
} from "../codepipeline/list-deploy-action-execution-targets";
import type { TargetConfig } from "../config/config";
import { keepNewest } from "./keep-newest";
import { KeptRead } from "./kept-read";
import { LIMIT_MS } from "./plan";

/** Pages of 100 targets at most. */
const MOST_PAGES = 5;
/** Runs kept; the one nobody has asked for longest goes first. */
const MOST_KEPT = 50;
/** What has ended does not change. */
const ENDED_LIMIT_MS = 600_000;

/** Targets of one run, as far as they were read. */
export interface TargetsAnswer {
  targets: AwsDeployTarget[];
  more: boolean;
}

declare global {
  var pipedeckDeployTargets: WeakMap<TargetConfig, Map<string, KeptRead<TargetsAnswer>>> | undefined;
}

/** The one reader of a run's targets in this process. */
export function deployTargetsRead(
  target: TargetConfig,
  pipeline: string,
  runId: string,
): KeptRead<TargetsAnswer> {
  globalThis.pipedeckDeployTargets ??= new WeakMap();
  const reads = globalThis.pipedeckDeployTargets.get(target) ?? new Map<string, KeptRead<TargetsAnswer>>();
  globalThis.pipedeckDeployTargets.set(target, reads);
  const key = JSON.stringify([pipeline, runId]);
  const read =
    reads.get(key) ??
    new KeptRead(
      () => readTargets(target, pipeline, runId),
      ({ targets }) => (targets.length > 0 && targets.every(hasEnded) ? ENDED_LIMIT_MS : LIMIT_MS.hot),
    );
  return keepNewest(reads, key, read, MOST_KEPT);
}

function hasEnded({ endTime }: AwsDeployTarget): boolean {
  return endTime !== undefined;
}

async function readTargets(target: TargetConfig, pipeline: string, runId: string): Promise<TargetsAnswer> {
  const targets: AwsDeployTarget[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await listDeployActionExecutionTargets(target, pipeline, { runId, nextToken });
    targets.push(...answer.items);
    nextToken = answer.nextToken;
    if (nextToken === undefined) break;
  }
  return { targets, more: nextToken !== undefined };
}
