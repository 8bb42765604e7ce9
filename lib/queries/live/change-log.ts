import type { PipelineChange, Versions } from "@/lib/contract/live";
import { covers } from "./covers";

const MOST = 2000;

/** The latest changes, without a gap: all there were after `base`. */
export interface ChangeLog {
  base: Versions;
  changes: readonly PipelineChange[];
}

/** Adds changes in the order they came, and forgets the oldest when there are too many. */
export function logged({ base, changes }: ChangeLog, more: readonly PipelineChange[]): ChangeLog {
  const all = [...changes, ...more];
  if (all.length <= MOST) return { base, changes: all };
  const forgotten = all.splice(0, all.length - MOST / 2);
  const next = { ...base };
  for (const { target, version } of forgotten) next[target] = version;
  return { base: next, changes: all };
}

/** What somebody who knows each target up to `known` has not heard; null when the log does not reach back so far. */
export function changesAfter({ base, changes }: ChangeLog, known: Versions): PipelineChange[] | null {
  return covers(known, base)
    ? changes.filter(({ target, version }) => version > (known[target] ?? -1))
    : null;
}
