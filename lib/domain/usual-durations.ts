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

/**
 * The medians of the last successes per stage and action. An action's length is that of one run. A stage's goes from the
 * first start to the last end of its actions, in an execution in which all of them succeeded at once: after a failure
 * the time until somebody retried is none of the stage's.
 *
 * @param runs newest first
 * @param complete all runs there are; otherwise the oldest execution may be cut, and counts for no stage
 */
export function usualDurations(runs: readonly TimedRun[], complete: boolean): UsualDurations {
  const actions = new Map<string, { stage: string; name: string; lengths: number[] }>();
  const passes = new Map<string, { stage: string; executionId: string; runs: TimedRun[] }>();
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
    const whole = pass.executionId !== cut && pass.runs.every(({ status }) => status === "Succeeded");
    if (whole && length !== undefined) entry(stages, pass.stage, []).push(length);
  }
  return {
    stages: [...stages].map(([name, lengths]) => ({ name, ...usual(lengths) })),
    actions: [...actions.values()].map(({ stage, name, lengths }) => ({ stage, name, ...usual(lengths) })),
  };
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
