import "server-only";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { PipelineRow } from "@/lib/domain/pipeline";

/** A change that was not published yet, and since when it waits, monotonic. */
export interface WaitingChange {
  change: PipelineChange;
  sinceMono: number;
}

/**
 * The newest change of each pipeline, in the order of their versions: one that stands for others, whose differences are
 * not told any more, has the whole row, and waits since the first of them.
 *
 * @param rowOf the row of a pipeline after its newest change; undefined when it vanished
 */
export function newestOfEach(
  waiting: readonly WaitingChange[],
  rowOf: (name: string) => PipelineRow | undefined,
): WaitingChange[] {
  const byName = new Map<string, WaitingChange>();
  for (const one of waiting) {
    const { name } = one.change;
    const before = byName.get(name);
    // A map keeps the place of a key that it had.
    byName.delete(name);
    byName.set(name, before ? standingFor(before, one, rowOf(name)) : one);
  }
  const oldest = waiting[0]?.sinceMono ?? 0;
  return [...byName.values()].map((one, index) => (index === 0 ? { ...one, sinceMono: oldest } : one));
}

function standingFor(
  before: WaitingChange,
  { change }: WaitingChange,
  row: PipelineRow | undefined,
): WaitingChange {
  const { target, name, version, gone } = change;
  const whole = gone || !row ? change : { target, name, version, row };
  return { change: whole, sinceMono: before.sinceMono };
}
