import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import type { HistoryFilter } from "@/lib/domain/history-filter";
import { isFiltering } from "@/lib/domain/history-filter";
import { unreadWords } from "./unread-words";

export interface HistoryEmptyProps {
  pipeline: string;
  filter: HistoryFilter;
  /** Executions of which it is not known yet who made them. */
  unread?: number;
  onClear: () => void;
}

/** No execution, or none that the filter wants. */
export function HistoryEmpty({ pipeline, filter, unread, onClear }: HistoryEmptyProps) {
  if (!isFiltering(filter)) {
    return (
      <EmptyState
        icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
        title={`${pipeline} has not run yet`}
      >
        <p>Or not in the last 12 months, which is how long AWS keeps an execution.</p>
      </EmptyState>
    );
  }
  const { statuses = [], ...others } = filter;
  const words = statuses.map((status) => statusWord(status)).join(" or ");
  const byStatusAlone = statuses.length > 0 && !isFiltering(others);
  return (
    <EmptyState
      icon={<StatusIcon standing={statuses[0] ?? "NotYetRun"} size={18} decorative />}
      title={byStatusAlone ? `No execution is ${words}` : "No execution matches"}
      actions={
        <Button variant="primary" onClick={onClear}>
          Show all
        </Button>
      }
    >
      <p>
        Every execution of {pipeline} that is known was looked at.
        {unread !== undefined && ` ${unreadWords(unread)}`}
      </p>
    </EmptyState>
  );
}
