import { attentionRank } from "./attention";
import type { Instant } from "./instant";
import type { PipelineRow } from "./pipeline";

/** The same order on every machine: server and browser draw the same first frame. */
const { compare } = new Intl.Collator("en");

/** Worst first, then the latest change, then by name. */
export function compareRows(a: PipelineRow, b: PipelineRow): number {
  return (
    attentionRank(a.status) - attentionRank(b.status) ||
    laterFirst(a.changedAt ?? "", b.changedAt ?? "") ||
    compare(a.name, b.name) ||
    compare(a.target, b.target)
  );
}

/** Instants are texts of one form, so their letters are in order of time. */
function laterFirst(a: Instant, b: Instant): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}

/** Whether people would call it a change; its age, a percentage and when it was read are none. */
export function rowChanged(before: PipelineRow, after: PipelineRow): boolean {
  return (
    before.status !== after.status ||
    before.running !== after.running ||
    before.executionMode !== after.executionMode ||
    (before.stations !== after.stations && lineOf(before) !== lineOf(after))
  );
}

function lineOf({ stations }: PipelineRow): string {
  return JSON.stringify(stations, (key, value: unknown) => (key === "percentComplete" ? undefined : value));
}
