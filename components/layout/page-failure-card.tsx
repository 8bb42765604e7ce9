import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";

export interface PageFailureCardProps {
  digest?: string;
  onRetry: () => void;
}

/** What stands in place of a page that broke while it was drawn. `digest` is its number in the server's log. */
export function PageFailureCard({ digest, onRetry }: PageFailureCardProps) {
  return (
    <EmptyState
      icon={<StatusIcon standing="Errored" size={18} decorative />}
      title="This page could not be shown"
      code={digest === undefined ? undefined : `error ${digest}`}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          {digest !== undefined && <CopyButton text={`Pipedeck, error ${digest}`} label="Copy details" />}
        </>
      }
    >
      <p>Something in it broke. Nothing was pressed and nothing was sent to AWS by this.</p>
    </EmptyState>
  );
}
