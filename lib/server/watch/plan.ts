import "server-only";

/** How old data may get before it is read again, milliseconds. */
export const LIMIT_MS = {
  /** A pipeline that runs, waits, or is being looked at. */
  hot: 3000,
  rest: 15_000,
  list: 30_000,
} as const;

/** A pipeline as the plan sees it. */
export interface PlannedPipeline {
  name: string;
  /** Milliseconds since it was read; null when it never was. */
  ageMs: number | null;
  hot: boolean;
  lookedAt: boolean;
  /** Being read, or left alone for a while after a failure. */
  held: boolean;
}

export interface PlanInput {
  list: { ageMs: number | null; held: boolean };
  pipelines: readonly PlannedPipeline[];
}

export type Plan = { kind: "list" } | { kind: "pipeline"; name: string } | { kind: "wait"; waitMs: number };

/**
 * What to read next: the list when it is due; then what was never seen, what is looked at first; then what is hot and
 * due, the oldest first; then the oldest that is due. Otherwise how long nothing will be due.
 */
export function planNext({ list, pipelines }: PlanInput): Plan {
  const listDueMs = list.ageMs === null ? 0 : LIMIT_MS.list - list.ageMs;
  if (!list.held && listDueMs <= 0) return { kind: "list" };
  let best: PlannedPipeline | undefined;
  let waitMs = list.held ? LIMIT_MS.list : listDueMs;
  for (const pipeline of pipelines) {
    if (pipeline.held) continue;
    const dueMs = pipeline.ageMs === null ? 0 : limitOf(pipeline) - pipeline.ageMs;
    if (dueMs > 0) waitMs = Math.min(waitMs, dueMs);
    else if (best === undefined || comesBefore(pipeline, best)) best = pipeline;
  }
  return best ? { kind: "pipeline", name: best.name } : { kind: "wait", waitMs };
}

function limitOf(pipeline: PlannedPipeline): number {
  return pipeline.hot || pipeline.lookedAt ? LIMIT_MS.hot : LIMIT_MS.rest;
}

function comesBefore(a: PlannedPipeline, b: PlannedPipeline): boolean {
  const byClass = classOf(a) - classOf(b);
  if (byClass !== 0) return byClass < 0;
  return (a.ageMs ?? 0) > (b.ageMs ?? 0);
}

function classOf(pipeline: PlannedPipeline): number {
  if (pipeline.ageMs === null) return pipeline.lookedAt ? 0 : 1;
  return pipeline.hot || pipeline.lookedAt ? 2 : 3;
}
