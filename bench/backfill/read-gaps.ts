import type { Request } from "../sweep/journal";

/** How long each pipeline went unread, ms, each time between `fromMs` and `toMs`: how old what is shown of it became. */
export function readGaps(requests: readonly Request[], fromMs: number, toMs: number): number[] {
  const last = new Map<string, number>();
  const gaps: number[] = [];
  for (const { atMs, operation, pipeline, throttled } of requests) {
    if (operation !== "GetPipelineState" || throttled || pipeline === null || atMs > toMs) continue;
    const before = last.get(pipeline);
    if (before !== undefined && atMs > fromMs) gaps.push(atMs - Math.max(before, fromMs));
    last.set(pipeline, atMs);
  }
  for (const atMs of last.values()) if (atMs < toMs) gaps.push(toMs - Math.max(atMs, fromMs));
  return gaps;
}
