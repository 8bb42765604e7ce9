import clsx from "clsx";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import type { PipelineRow } from "@/lib/domain/pipeline";

/** The headline of a row. In parallel mode what runs is counted. */
function headlineWord(row: PipelineRow, drained: boolean): string {
  if (row.status === null) return "Not read yet";
  if (row.executionMode === "PARALLEL" && row.status === "InProgress" && row.running > 0) {
    return drained ? `was ${row.running} running` : `${row.running} running`;
  }
  return statusWord(row.status, { percent: row.percentComplete, drained });
}

/** Icon and word of a row; `iconOnly` keeps the word for readers. */
export function PipelineRowStatus({
  row,
  drained,
  iconOnly = false,
}: {
  row: PipelineRow;
  drained: boolean;
  iconOnly?: boolean;
}) {
  const word = headlineWord(row, drained);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {row.status === null ? (
        <span aria-hidden className="size-3.5 shrink-0 rounded-full bg-line" />
      ) : (
        <StatusIcon
          standing={row.status}
          percent={row.executionMode === "PARALLEL" ? undefined : row.percentComplete}
          drained={drained}
          decorative
        />
      )}
      <span
        className={clsx(
          iconOnly ? "sr-only" : "num truncate font-medium",
          row.status === null ? "text-ink-3" : statusText(row.status, { calm: true, drained }),
        )}
        title={word}
      >
        {word}
      </span>
    </span>
  );
}
