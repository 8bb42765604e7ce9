import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { ProblemError } from "@/lib/queries/fetch-json";

/** The list could not be read even once. */
export function OverviewError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null;
  const details = problem === null ? error.message : `${problem.code}, request ${problem.requestId}`;
  return (
    <EmptyState
      icon={<StatusIcon standing="Errored" size={18} decorative />}
      title={problem?.code === "network.lost" ? "Pipedeck does not answer" : "The list could not be read"}
      code={details}
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          <CopyButton label="Copy details" text={details} />
        </>
      }
    >
      <p>{problem?.detail ?? problem?.title ?? "The page could not make sense of the answer."}</p>
    </EmptyState>
  );
}
