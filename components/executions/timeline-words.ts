import { statusWord } from "@/components/ui/status-word";
import { countOf } from "@/lib/domain/count-words";
import { formatDuration } from "@/lib/domain/duration";
import { clockTime } from "@/lib/domain/instant-words";
import { principalName } from "@/lib/domain/principal-name";
import { CONDITIONS } from "./condition-words";
import type { TimelineRow } from "./timeline-rows";

/** What a line of the timeline is called. */
export function rowName(row: TimelineRow): string {
  switch (row.kind) {
    case "stage":
      return row.stage;
    case "wait":
      return `${row.span !== undefined && row.wait.to === undefined ? "waits" : "waited"} ${
        row.wait.why ?? (row.wait.kind === "gate" ? "at a closed gate" : `in front of ${row.stage}`)
      }`;
    case "action":
      return row.run.name;
    case "rule":
      // The line has no room for the condition as well, which its place tells.
      return row.run.condition === undefined || row.run.overridden
        ? row.run.name
        : `${CONDITIONS[row.run.condition]}, ${row.run.name}`;
    case "pending":
      return row.action.name;
  }
}

/** What stands small beside the name: of a stage what its lines do not say, of an approval who answered. */
export function rowAside(row: TimelineRow): string | undefined {
  if (row.kind === "stage") return row.standing === "Skipped" ? "skipped" : retryWords(row.retry);
  if (row.kind !== "action" || row.run.category !== "Approval" || row.run.updatedBy === undefined) {
    return undefined;
  }
  return `by ${principalName(row.run.updatedBy)}`;
}

function retryWords(retry: { automatic: number; manual: number } | undefined): string | undefined {
  const { automatic, manual } = retry ?? { automatic: 0, manual: 0 };
  if (automatic + manual === 0) return undefined;
  if (manual === 0) return countOf(automatic, "automatic retry", "automatic retries");
  const all = countOf(automatic + manual, "retry", "retries");
  return automatic === 0 ? all : `${all}, ${automatic} automatic`;
}

/** How long it took; empty when it never started. */
export function rowTook(row: TimelineRow): string {
  return row.span === undefined ? "" : formatDuration(row.span.toMs - row.span.fromMs);
}

/** The bar in words, for those who do not see it. */
export function rowTimes(row: TimelineRow, ended: boolean): string {
  if (row.span === undefined) {
    return row.kind === "pending" && !ended ? "not yet run" : "did not run";
  }
  const { fromMs, toMs } = row.span;
  const kinds = new Set(row.bars.map((bar) => bar.kind));
  const words = [
    `${clockTime(new Date(fromMs).toISOString())} to ${clockTime(new Date(toMs).toISOString())}`,
    row.kind === "wait" ? "" : statusWord(row.standing),
    kinds.has("person") ? "waited for a person" : kinds.has("track") ? "waited for track" : "",
    row.usual === undefined ? "" : `usually ${formatDuration(row.usual.medianMs)}`,
  ];
  return words.filter((each) => each !== "").join(", ");
}
