import type { Request } from "./journal";

/** What a cold sweep was, from the first request until every pipeline was read once. */
export type Sweep = {
  seconds: number;
  /** Requests that were served, and those of them that the sweep could not do without. */
  served: number;
  needed: number;
  /** Share of the requests that were throttled, once the first 30 s were over. */
  throttledLate: number;
  throttledEarly: number;
};

const settlingMs = 30_000;

/** Whether every pipeline was read, and what comes after the first 30 s was watched for another minute. */
export function isOver(requests: readonly Request[], pipelines: number): boolean {
  const [first] = requests;
  const last = requests.at(-1);
  if (!first || !last || last.atMs - first.atMs < settlingMs + 60_000) return false;
  return endOf(requests, pipelines) !== undefined;
}

/** The figures of a sweep that is over. */
export function sweepOf(requests: readonly Request[], pipelines: number): Sweep {
  const first = requests[0]?.atMs ?? 0;
  const end = endOf(requests, pipelines) ?? Number.POSITIVE_INFINITY;
  const served = requests.filter(({ atMs, throttled }) => !throttled && atMs <= end);
  const needed = new Set(served.map(({ operation, pipeline }) => `${operation} ${pipeline}`));
  const late = requests.filter(({ atMs }) => atMs - first >= settlingMs);
  const throttled = (some: readonly Request[]) => some.filter((one) => one.throttled).length;
  return {
    seconds: (end - first) / 1000,
    served: served.length,
    needed: needed.size,
    throttledLate: late.length === 0 ? Number.NaN : throttled(late) / late.length,
    throttledEarly: throttled(requests) - throttled(late),
  };
}

/** When the last of the pipelines was read for the first time. */
function endOf(requests: readonly Request[], pipelines: number): number | undefined {
  const read = new Set<string>();
  for (const { operation, pipeline, throttled, atMs } of requests) {
    if (operation !== "GetPipelineState" || throttled || pipeline === null) continue;
    read.add(pipeline);
    if (read.size === pipelines) return atMs;
  }
  return undefined;
}
