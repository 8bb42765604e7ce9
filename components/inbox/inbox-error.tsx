import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { ProblemError } from "@/lib/queries/fetch-json";

/** The inbox could not be read even once, which is not the same as an empty one. */
export function InboxError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null;
  const details = problem === null ? error.message : `${problem.code}, request ${problem.requestId}`;
  return (
    <EmptyState
      icon={<StatusIcon standing="Errored" size={18} decorative />}
      title={problem?.title ?? "What needs a person could not be read"}
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
      <p>
        {problem?.detail ?? "The page could not make sense of the answer."} Something may need you all the
        same.
      </p>
    </EmptyState>
  );
}
