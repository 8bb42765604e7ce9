import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { ProblemError } from "@/lib/queries/fetch-json";

/** Nothing could be looked for. */
export function RevisionsProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <EmptyState
      icon={<StatusIcon standing="Errored" size={18} decorative />}
      title={problem?.title ?? "The answer could not be read"}
      code={problem?.code ?? error.message}
      actions={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>{problem?.detail ?? "The page could not make sense of the answer."}</p>
    </EmptyState>
  );
}
