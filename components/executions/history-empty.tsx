import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";

export interface HistoryEmptyProps {
  pipeline: string;
  statuses: readonly string[];
  onClear: () => void;
}

/** No execution, or none of the statuses asked for. */
export function HistoryEmpty({ pipeline, statuses, onClear }: HistoryEmptyProps) {
  if (statuses.length === 0) {
    return (
      <EmptyState
        icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
        title={`${pipeline} has not run yet`}
      >
        <p>Or not in the last 12 months, which is how long AWS keeps an execution.</p>
      </EmptyState>
    );
  }
  const words = statuses.map((status) => statusWord(status)).join(" or ");
  return (
    <EmptyState
      icon={<StatusIcon standing={statuses[0] ?? "NotYetRun"} size={18} decorative />}
      title={`No execution is ${words}`}
      actions={
        <Button variant="primary" onClick={onClear}>
          Show all
        </Button>
      }
    >
      <p>Every execution of {pipeline} that AWS keeps was looked at.</p>
    </EmptyState>
  );
}
