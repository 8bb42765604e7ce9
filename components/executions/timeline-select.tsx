import type { MouseEvent, ReactNode } from "react";
import { runPanelBody } from "./run-panel-body-part";
import type { TimelineRow } from "./timeline-rows";
import { selectRow } from "./timeline-selection";
import { type ChangeExecutionParams, executionSearch } from "./use-execution-params";

export interface TimelineSelectProps {
  row: TimelineRow;
  /** Leaves no step in the history. */
  replace: boolean;
  onSelect: ChangeExecutionParams;
  children: ReactNode;
}

/** The name of a line; of one with a run, a link to it that covers the line. */
export function TimelineSelect({ row, replace, onSelect, children }: TimelineSelectProps) {
  const patch = selectRow(row);
  const title = typeof children === "string" ? children : undefined;
  if (patch === undefined) {
    return (
      <span title={title} className="min-w-0 truncate">
        {children}
      </span>
    );
  }
  const press = (event: MouseEvent) => {
    // With a key held the browser opens the address elsewhere, as for any link.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSelect(patch, { replace });
  };
  return (
    <a
      href={executionSearch(patch)}
      data-row={row.key}
      {...runPanelBody.intent}
      onClick={press}
      title={title}
      className="min-w-0 truncate outline-none after:absolute after:inset-0 after:z-10 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {children}
    </a>
  );
}
