import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { type Readiness, useReadiness } from "@/lib/queries/readiness";

export interface PageFailureCardProps {
  digest?: string;
  onRetry: () => void;
}

const AWAY: Readonly<Record<Readiness, string | undefined>> = {
  ready: undefined,
  "not-ready": "Pipedeck's database does not answer.",
  silent: "Pipedeck does not answer.",
};

/**
 * What stands in place of a page that broke while it was drawn. `digest` is its number in the server's log. When it was
 * the server that could not draw it, the page comes by itself once it can.
 */
export function PageFailureCard({ digest, onRetry }: PageFailureCardProps) {
  const readiness = useReadiness(reload);
  const away = readiness && AWAY[readiness];
  return (
    <EmptyState
      icon={<StatusIcon standing="Errored" size={18} decorative />}
      title="This page could not be shown"
      code={digest === undefined ? undefined : `error ${digest}`}
      actions={
        <>
          <Button variant="primary" onClick={away ? reload : onRetry}>
            Try again
          </Button>
          {digest !== undefined && <CopyButton text={`Pipedeck, error ${digest}`} label="Copy details" />}
        </>
      }
    >
      <p role="status">
        {away ? `${away} The page comes by itself when it does.` : "Something in it broke."} Nothing was
        pressed and nothing was sent to AWS by this.
      </p>
    </EmptyState>
  );
}

function reload(): void {
  window.location.reload();
}
