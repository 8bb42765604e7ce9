import type { Instant } from "./instant";

/** One run of an action, as far as lengths need it. */
export interface TimedRun {
  stage: string;
  action: string;
  executionId: string;
  status: string;
  startedAt?: Instant;
  endedAt?: Instant;
}

/** How long something took: the median of its last successes, and of how many. */
export interface UsualDuration {
  medianMs: number;
  successes: number;
}

export interface UsualStage extends UsualDuration {
  name: string;
}

export interface UsualAction extends UsualDuration {
  stage: string;
  name: string;
}

/** Lengths that are usual in a pipeline. What has never succeeded, as far as is known, is left out. */
export interface UsualDurations {
  stages: UsualStage[];
  actions: UsualAction[];
}

/** Successes that count, the last ones. */
export const SUCCESSES = 20;

/** How a pass of a stage is known to be whole. */
export interface PassFacts {
  /** The runs are all there are; otherwise the oldest execution may be cut, and counts for no stage. */
  complete: boolean;
  /** Names of the actions of each stage as it is declared, as far as that is known. */
  declared: ReadonlyMap<string, readonly string[]>;
}

interface Pass {
  stage: string;
  executionId: string;
  runs: TimedRun[];
}

/**
 * The medians of the last successes per stage and action. An action's length is that of one run. A stage's goes from the
 * first start to the last end of its actions, in an execution in which all of them succeeded at once: after a failure
 * the time until somebody retried is none of the stage's. One that is between two actions, or was stopped there, has only
 * successes too: it counts once it went on, or when no action is left to run.
 *
 * @param runs newest first
 */
export function usualDurations(runs: readonly TimedRun[], { complete, declared }: PassFacts): UsualDurations {
  const actions = new Map<string, { stage: string; name: string; lengths: number[] }>();
  const passes = new Map<string, Pass>();
  for (const run of runs) {
    const { stage, action: name, executionId } = run;
    const pass = entry(passes, JSON.stringify([executionId, stage]), { stage, executionId, runs: [] });
    pass.runs.push(run);
    const length = lengthOf([run]);
    if (run.status !== "Succeeded" || length === undefined) continue;
    entry(actions, JSON.stringify([stage, name]), { stage, name, lengths: [] }).lengths.push(length);
  }
  const cut = complete ? undefined : runs.at(-1)?.executionId;
  const stages = new Map<string, number[]>();
  for (const pass of passes.values()) {
    const length = lengthOf(pass.runs);
    const succeeded = pass.executionId !== cut && pass.runs.every(({ status }) => status === "Succeeded");
    const isWhole = succeeded && (ranAll(pass, declared) || wentOn(pass, runs));
    if (isWhole && length !== undefined) entry(stages, pass.stage, []).push(length);
  }
  return {
    stages: [...stages].map(([name, lengths]) => ({ name, ...usual(lengths) })),
    actions: [...actions.values()].map(({ stage, name, lengths }) => ({ stage, name, ...usual(lengths) })),
  };
}

function ranAll({ stage, runs }: Pass, declared: PassFacts["declared"]): boolean {
  const names = declared.get(stage) ?? [];
  return names.length > 0 && names.every((name) => runs.some(({ action }) => action === name));
}

/** Whether the execution was in another stage afterwards. */
function wentOn(pass: Pass, runs: readonly TimedRun[]): boolean {
  const ends = pass.runs.map(({ endedAt }) => endedAt ?? "");
  return runs.some(
    ({ executionId, stage, startedAt = "" }) =>
      executionId === pass.executionId && stage !== pass.stage && ends.every((end) => startedAt >= end),
  );
}

function entry<Value>(map: Map<string, Value>, key: string, fresh: Value): Value {
  const value = map.get(key) ?? fresh;
  map.set(key, value);
  return value;
}

function usual(lengths: readonly number[]): UsualDuration {
  const last = lengths.slice(0, SUCCESSES).toSorted((a, b) => a - b);
  const [low = 0, high = low] = [last[Math.ceil(last.length / 2) - 1], last[Math.floor(last.length / 2)]];
  return { medianMs: Math.round((low + high) / 2), successes: last.length };
}

function lengthOf(runs: readonly TimedRun[]): number | undefined {
  const fromMs = Math.min(...runs.map(({ startedAt }) => Date.parse(startedAt ?? "")));
  const toMs = Math.max(...runs.map(({ endedAt }) => Date.parse(endedAt ?? "")));
  return toMs >= fromMs ? toMs - fromMs : undefined;
}
