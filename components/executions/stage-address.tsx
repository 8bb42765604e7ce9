import type { MouseEvent } from "react";
import { type ChangeExecutionParams, executionSearch } from "./use-execution-params";

export interface StageAddressProps {
  stage: string;
  onSelect: ChangeExecutionParams;
}

/** A link to a stage of this page, to be copied; seen while its line has the pointer or the focus. */
export function StageAddress({ stage, onSelect }: StageAddressProps) {
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSelect({ stage, closed: undefined }, { replace: true });
  };
  return (
    <a
      href={executionSearch({ stage })}
      aria-label={`Address of ${stage}`}
      title={`Address of ${stage}`}
      onClick={press}
      className="thumb shrink-0 rounded-ticket px-1 font-normal text-ink-3 opacity-0 group-hover:opacity-100 hover:text-accent focus-visible:opacity-100"
    >
      #
    </a>
  );
}
