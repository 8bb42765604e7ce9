import type { Anchors } from "./anchors";
import type { Verdict } from "./verify-log";

const SHOWN = 50;

/** What `npm run receipts:verify` prints. */
export function reportOf(verdict: Verdict, anchors: Anchors | undefined, file: string): string {
  const { findings, rows, head, receipts, counts, unknown } = verdict;
  const states = [...counts].map(([state, count]) => `${count} ${state}`).join(", ");
  const lines = [
    `${rows} rows in the log, up to ${head.hash}`,
    `${receipts} receipts${states === "" ? "" : `: ${states}`}`,
    anchors === undefined
      ? `No anchors at ${file}: a tail that was cut would not be seen here. The server's log has them too.`
      : `${anchors.bySeq.size} anchors, up to row ${anchors.last}`,
    ...unknown.map((id) => `not known yet: receipt ${id}`),
    ...findings.slice(0, SHOWN).map(({ what }) => `BROKEN  ${what}`),
  ];
  if (findings.length > SHOWN) lines.push(`and ${findings.length - SHOWN} more`);
  lines.push(findings.length === 0 ? "The log is as it was written." : "The log is not as it was written.");
  return lines.join("\n");
}
