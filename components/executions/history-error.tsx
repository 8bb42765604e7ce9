import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";

/** The history could not be read, for a reason no answer names. */
export function HistoryError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <EmptyState
      icon={<StatusIcon standing="Errored" size={18} decorative />}
      title="History could not be read"
      code={error.message}
      actions={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>The page could not make sense of the answer.</p>
    </EmptyState>
  );
}
