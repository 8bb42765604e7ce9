import clsx from "clsx";
import Link from "next/link";
import { memo } from "react";
import { Tag } from "@/components/ui/tag";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { rowKey } from "@/lib/domain/row-places";

export interface PipelineRowNameProps {
  row: PipelineRow;
  drained: boolean;
  /** Names the target too, where rows are not grouped by it. */
  showTarget: boolean;
}

/** A link is dear to draw, and nearly all that changes in a row is not its name. */
function showsSame(before: PipelineRowNameProps, after: PipelineRowNameProps): boolean {
  const [a, b] = [before.row, after.row];
  return (
    a.target === b.target &&
    a.name === b.name &&
    a.executionMode === b.executionMode &&
    (a.status === null) === (b.status === null) &&
    before.drained === after.drained &&
    before.showTarget === after.showTarget
  );
}

/** The name of a pipeline as the link of its row: all of the row leads to its page. */
export const PipelineRowName = memo(function PipelineRowName({
  row,
  drained,
  showTarget,
}: PipelineRowNameProps) {
  const usual = row.executionMode === "SUPERSEDED" || row.status === null;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Link
        href={pipelinePath(row.target, row.name)}
        prefetch={false}
        data-row={rowKey(row)}
        title={row.name}
        className={clsx(
          "min-w-0 truncate font-medium outline-none after:absolute after:inset-0",
          "focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
          drained ? "text-ink-3" : "text-ink",
        )}
      >
        {row.name}
      </Link>
      {!usual && <Tag title={`Execution mode ${row.executionMode}`}>{row.executionMode.toLowerCase()}</Tag>}
      {showTarget && <span className="shrink-0 text-secondary text-ink-3">{row.target}</span>}
    </span>
  );
}, showsSame);
