import { statusWord } from "@/components/ui/status-word";
import { formatDuration } from "@/lib/domain/duration";
import { exactInstant } from "@/lib/domain/instant-words";
import type { TimelineRow } from "./timeline-rows";
import { TimelineSelect } from "./timeline-select";
import { rowName, rowTook } from "./timeline-words";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface TimelineTableProps {
  rows: readonly TimelineRow[];
  /** The execution has: what has not run will not. */
  ended: boolean;
  onSelect: ChangeExecutionParams;
}

const HEADS = ["Stage", "What", "Attempt", "Status", "Started", "Ended", "Took", "Usually"];

/** Everything the bars show, in words: one line for each stage, wait, action and rule, attempts apart. */
export function TimelineTable({ rows, ended, onSelect }: TimelineTableProps) {
  return (
    <div className="relative overflow-x-auto">
      <table aria-label="Timeline in words" className="w-full border-collapse text-left">
        <thead>
          <tr className="text-label text-ink-2">
            {HEADS.map((head) => (
              <th
                key={head}
                scope="col"
                className="h-7 border-b px-2 font-normal whitespace-nowrap first:pl-4 last:pr-4"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.kind === "stage" ? "bg-sunken font-semibold" : "align-top"}>
              <th scope="row" className="max-w-48 border-t px-2 py-0.5 pl-4 font-[inherit] break-words">
                {row.stage}
              </th>
              <td className="relative max-w-64 border-t px-2 py-0.5 break-words text-ink">
                {row.kind === "stage" ? (
                  "the stage"
                ) : (
                  <TimelineSelect row={row} replace={false} onSelect={onSelect}>
                    {rowName(row)}
                  </TimelineSelect>
                )}
              </td>
              <Cell>{row.kind === "action" || row.kind === "rule" ? row.run.attempt : ""}</Cell>
              <Cell>
                {row.kind === "pending" ? (ended ? "did not run" : "not yet run") : statusWord(row.standing)}
              </Cell>
              <Cell>{row.span && instant(row.span.fromMs)}</Cell>
              <Cell>{row.span && (isOpen(row) ? "goes on" : instant(row.span.toMs))}</Cell>
              <Cell>{rowTook(row)}</Cell>
              <Cell>
                {row.usual && `${formatDuration(row.usual.medianMs)}, median of ${row.usual.successes}`}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ children }: { children: React.ReactNode }) {
  return (
    <td className="num border-t px-2 py-0.5 font-normal whitespace-nowrap text-ink-2 last:pr-4">
      {children}
    </td>
  );
}

function instant(ms: number): string {
  return exactInstant(new Date(ms).toISOString());
}

function isOpen(row: TimelineRow): boolean {
  if (row.kind === "action" || row.kind === "rule") return row.run.endedAt === undefined;
  return row.kind === "wait" && row.wait.to === undefined;
}
